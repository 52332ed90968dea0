import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { recall } from '../circuit/act.js'

/** The droit de remords. */
export default class RecallsController {
  async store({ params, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: a desk that has acted since refuses it
    await recall(params.id, actor.id!)
    session.flash('success', 'C’est retiré : le dossier vous attend de nouveau.')
    return response.redirect(here('parapheur.folders.show', { tenant, id: params.id }))
  }
}
