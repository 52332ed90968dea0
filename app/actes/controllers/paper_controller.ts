import type { HttpContext } from '@adonisjs/core/http'
import Acte from '../models/acte.js'
import { notePaperPosted } from '../paper.js'

export default class PaperController {
  /** The paper documents announced to the prefecture left by post. */
  async store({ params, tenant, response, session, actor }: HttpContext) {
    // Compared with nothing: posted is noted once; the second time it has no paper that waits
    const acte = await Acte.hold(params.id)
    await notePaperPosted(acte, actor)
    session.flash('success', 'L’envoi des documents papier est noté.')
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}`)
  }
}
