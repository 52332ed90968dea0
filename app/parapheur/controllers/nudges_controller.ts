import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { nudgeFolder } from '../circuit/nudges.js'

const SAID = 'Les personnes attendues vont le savoir par courriel.'
const SAID_TO_NOBODY =
  'Les personnes attendues ne veulent pas de courriel : le dossier est dans leur liste, appelez-les.'

/** « Relancer » those for whom a folder waits. */
export default class NudgesController {
  async store({ params, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: it carries no text, and the cool-down judges what was done since
    const told = await nudgeFolder(params.id, actor)
    session.flash(told > 0 ? 'success' : 'notice', told > 0 ? SAID : SAID_TO_NOBODY)
    return response.redirect(here('parapheur.folders.show', { tenant, id: params.id }))
  }
}
