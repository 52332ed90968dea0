import type { HttpContext } from '@adonisjs/core/http'
import Acte from '../models/acte.js'
import { takeUp } from '../trouble.js'

/** « Reprendre »: what was given up runs again. */
export default class RelaunchesController {
  async store({ params, actor, tenant, response, session }: HttpContext) {
    // Compared with nothing: it starts again what waits; a second time, nothing waits any more
    await takeUp(await Acte.hold(params.id), actor)
    session.flash('success', 'C’est repris. Cette page suit ce qui se passe.')
    return response.redirect(`/c/${tenant.slug}/actes/${params.id}`)
  }
}
