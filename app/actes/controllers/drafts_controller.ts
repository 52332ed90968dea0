import type { HttpContext } from '@adonisjs/core/http'
import { takeBack } from '../circuit.js'
import Acte from '../models/acte.js'

export default class DraftsController {
  /** Makes a draft again of an acte that did not leave: refused, taken back, or in anomaly. */
  async store({ params, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: the state refuses what has gone forward, and a draft already taken back
    const acte = await Acte.get(params.id)
    await takeBack(acte, actor)
    session.flash('success', 'L’acte est de nouveau un brouillon. Il repassera en signature.')
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}/modifier`)
  }
}
