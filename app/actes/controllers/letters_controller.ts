import type { HttpContext } from '@adonisjs/core/http'
import { fileLetter, heldLetter, letterOfActe } from '../letter_gestures.js'
import { letterScreen } from '../screens/letter_screen.js'

/** A letter of the prefecture about an acte: read it, or say that it asks for nothing. */
export default class LettersController {
  async show(ctx: HttpContext) {
    const { acte, letter } = await letterOfActe(ctx.params.id, ctx.params.letter)
    return ctx.view.render('actes/letters/show', await letterScreen(acte, letter, ctx))
  }

  async update(ctx: HttpContext) {
    const { params, tenant, response, session, actor } = ctx
    // Compared with nothing: it carries no text; filed twice it is filed, and a reply that went
    // meanwhile refuses it
    const { acte, letter } = await heldLetter(params.id, params.letter)
    await fileLetter(acte, letter, actor)
    session.flash(
      'success',
      letter.kind === '5-1' ? 'Vous en avez pris connaissance.' : 'Le courrier est classé.'
    )
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}`)
  }
}
