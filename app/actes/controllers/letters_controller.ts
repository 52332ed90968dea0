import type { HttpContext } from '@adonisjs/core/http'
import { LetterNotFound, ReplyAlreadySent } from '../errors.js'
import { closeLetter, settleLetter } from '../letter_replies.js'
import { replyTo } from '../letters.js'
import Acte from '../models/acte.js'
import Answer from '../models/answer.js'
import { isLetterType } from '../rules/letters.js'
import { letterScreen } from '../screens/letter_screen.js'

/** A letter of the prefecture about an acte: read it, or say that it asks for nothing. */
export default class LettersController {
  async show({ params, tenant, allows, view }: HttpContext) {
    const { acte, letter } = await letterOfActe(params.id, params.letter)
    const base = `/c/${tenant.slug}/actes`
    const screen = await letterScreen(acte, letter, base, allows('actes.transmit'))
    return view.render('actes/letters/show', screen)
  }

  async update(ctx: HttpContext) {
    const { params, tenant, response, session, actor } = ctx
    await Acte.hold(params.id)
    const { acte, letter } = await letterOfActe(params.id, params.letter)
    const sent = await replyTo(letter)
    if (sent && sent.state !== 'failed') throw new ReplyAlreadySent()
    // An acte referred to the court stays so, read or not: only its outcome ends it
    if (letter.kind === '5-1') await closeLetter(letter.id)
    else await settleLetter(acte, letter, { by: actor, note: null })
    session.flash(
      'success',
      letter.kind === '5-1' ? 'Vous en avez pris connaissance.' : 'Le courrier est classé.'
    )
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}`)
  }
}

/** The acte and one of its own letters; throws E_ACTE_NOT_FOUND, E_ACTE_LETTER_NOT_FOUND. */
export async function letterOfActe(acteId: string, letterId: string) {
  const acte = await Acte.get(acteId)
  const letter = await Answer.believed(acte.id).where('id', letterId).first()
  if (!letter || !isLetterType(letter.kind)) throw new LetterNotFound()
  return { acte, letter }
}
