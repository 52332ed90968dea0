import type { HttpContext } from '@adonisjs/core/http'
import { closeSession, closeSessionsOf, sessionsOf } from '#identity/sessions/sessions'

export default class SessionsController {
  async index({ auth, session, view }: HttpContext) {
    const sessions = await sessionsOf(auth.user!.id, session.sessionId)
    return view.render('identity/account/sessions', { sessions })
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    // Compared with nothing: her own session, which is open or is not
    await closeSession(auth.user!.id, params.id)
    session.flash('success', 'Cette session est fermée.')
    return response.redirect('/compte/sessions')
  }

  async destroyOthers({ auth, response, session }: HttpContext) {
    // Compared with nothing: her own sessions, which are open or are not
    await closeSessionsOf(auth.user!.id, session.sessionId)
    session.flash('success', 'Toutes vos autres sessions sont fermées.')
    return response.redirect('/compte/sessions')
  }
}
