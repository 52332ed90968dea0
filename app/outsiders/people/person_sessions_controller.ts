import type { HttpContext } from '@adonisjs/core/http'
import { closeSession, closeSessionsOf, sessionsOf } from '#identity'

const OWNER = 'person_id'
const PAGE = '/moi/sessions'

/** Where her account is open, and how to close it from here. */
export default class PersonSessionsController {
  async index({ door, session, view }: HttpContext) {
    const sessions = await sessionsOf(door.personId, session.sessionId, OWNER)
    return view.render('outsiders/people/sessions', { sessions })
  }

  async destroy({ door, params, response, session }: HttpContext) {
    // Compared with nothing: her own session, which is open or is not
    await closeSession(door.personId, params.id, OWNER)
    session.flash('success', 'Cette session est fermée.')
    return response.redirect(PAGE)
  }

  async destroyOthers({ door, response, session }: HttpContext) {
    // Compared with nothing: her own sessions, which are open or are not
    await closeSessionsOf(door.personId, session.sessionId, OWNER)
    session.flash('success', 'Toutes vos autres sessions sont fermées.')
    return response.redirect(PAGE)
  }
}
