import type { HttpContext } from '@adonisjs/core/http'
import { hold } from '#rooms/archiving'
import { backWith } from '../back_with.js'
import { LetterNotFound } from '../errors.js'
import { settleLetter } from '../letter_replies.js'
import { reasonProblems } from '../rules/reason.js'
import { outcomeValidator } from '../validators/letter_form.js'
import { letterOfActe } from './letters_controller.js'

/** An acte referred to the court: its archive is held, then its outcome is noted. */
export default class DeferralsController {
  /** Keeps the archived acte, and all its proofs, as long as the dispute lasts. */
  async store({ params, tenant, response, session, actor }: HttpContext) {
    const { acte, letter } = await deferralOf(params)
    const reason = `${acte.title} : acte déféré au tribunal administratif`
    await hold({ capability: 'actes', id: acte.id }, actor, { owner: 'Service des actes', reason })
    session.flash('success', 'Le versement est gelé : il ne peut plus être éliminé.')
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}/courriers/${letter.id}`)
  }

  /** Notes how the dispute ended: the acte is no longer shown as referred. */
  async update(ctx: HttpContext) {
    const { params, request, tenant, response, session, actor } = ctx
    const { acte, letter } = await deferralOf(params)
    const { outcome } = await request.validateUsing(outcomeValidator)
    const here = `/c/${tenant.slug}/actes/${acte.id}`
    const problems = reasonProblems(outcome, 'outcome')
    if (problems.length > 0) {
      return backWith(ctx, `${here}/courriers/${letter.id}`, problems, ['outcome'])
    }
    await settleLetter(acte, letter, { by: actor, note: outcome! })
    session.flash('success', 'L’issue est notée.')
    return response.redirect(here)
  }
}

async function deferralOf({ id, letter }: HttpContext['params']) {
  const found = await letterOfActe(id, letter)
  if (found.letter.kind !== '5-1') throw new LetterNotFound()
  return found
}
