import type { HttpContext } from '@adonisjs/core/http'
import { sendToPrefecture } from '../gestures.js'
import Acte from '../models/acte.js'

export default class TransmissionsController {
  /** Sends a signed acte, or sends again the one that had an anomaly. */
  async store({ params, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: an acte that is on its way refuses a second departure
    const acte = await Acte.get(params.id)
    await sendToPrefecture(acte, actor)
    session.flash('success', 'L’envoi à la préfecture commence.')
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}`)
  }
}
