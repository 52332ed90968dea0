import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { backWith } from '../back_with.js'
import { heldDeferral, holdDeferred, noteOutcome } from '../letter_gestures.js'
import { reasonProblems } from '../rules/reason.js'
import { sharedLetter } from '../shared_letter.js'
import { outcomeValidator } from '../validators/letter_form.js'

/** An acte referred to the court: its archive is held, then its outcome is noted. */
export default class DeferralsController {
  /** Keeps the archived acte, and all its proofs, as long as the dispute lasts. */
  async store({ params, tenant, response, session, actor }: HttpContext) {
    // Compared with nothing: frozen twice for one reason, it is frozen once, with the first's name
    const { acte, letter } = await heldDeferral(params.id, params.letter)
    await holdDeferred(acte, actor)
    session.flash('success', 'Le versement est gelé : il ne peut plus être éliminé.')
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}/courriers/${letter.id}`)
  }

  /** Notes how the dispute ended: the acte is no longer shown as referred. */
  async update(ctx: HttpContext) {
    const { params, request, tenant, response, session, actor } = ctx
    // Held: the outcome is noted once, and kept as history
    const { acte, letter } = await heldDeferral(params.id, params.letter)
    const shared = sharedLetter(letter, null)
    await mustBeCurrent(ctx, shared)
    const { outcome } = await request.validateUsing(outcomeValidator)
    const here = `/c/${tenant.slug}/actes/${acte.id}`
    const problems = reasonProblems(outcome, 'outcome')
    if (problems.length > 0) {
      return backWith(ctx, `${here}/courriers/${letter.id}`, problems, ['outcome'])
    }
    await noteOutcome(acte, letter, outcome!, actor)
    await nowSaved(ctx, shared.key)
    session.flash('success', 'L’issue est notée.')
    return response.redirect(here)
  }
}
