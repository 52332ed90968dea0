import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { tellPasswordChanged } from '#identity/jobs/tell_password_changed'
import { confirmPassword, setPassword } from '#identity/passwords/change'
import { closeSessionsOf } from '#identity/sessions/sessions'

const form = vine.create({ current_password: vine.string(), password: vine.string() })

export default class PasswordController {
  async edit({ view }: HttpContext) {
    return view.render('identity/account/password')
  }

  async update({ auth, request, response, session }: HttpContext) {
    // Compared with nothing: she proves the present one, which is never shown
    const user = auth.user!
    const { current_password: current, password } = await request.validateUsing(form)
    await confirmPassword(user, current)
    await setPassword(user, password)
    await closeSessionsOf(user.id, session.sessionId)
    await tellPasswordChanged.enqueueForPlatform({ userId: user.id })
    session.flash('success', 'Votre mot de passe est changé ; vos autres sessions sont fermées.')
    return response.redirect('/compte')
  }
}
