import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { mailPasswordLink } from '#identity/jobs/mail_password_link'
import { tellPasswordChanged } from '#identity/jobs/tell_password_changed'
import { noteMailRead } from '#identity/factors/mailed_proof'
import { rememberDevice } from '#identity/login/known_device'
import { countLetter } from '#identity/login/throttle'
import { personOfReset, resetPassword } from '#identity/passwords/resets'
import User from '#kernel/people/user'

const request = vine.create({ email: vine.string().trim().email() })
const choice = vine.create({ password: vine.string() })

export default class PasswordLostController {
  async create({ view }: HttpContext) {
    return view.render('identity/password_lost')
  }

  /** Answers the same whether the address is known or not. */
  async store(ctx: HttpContext) {
    // Compared with nothing: it sends a mail, and records nothing that a page shows
    const { request: req, session, response } = ctx
    const { email } = await req.validateUsing(request)
    await countLetter(ctx, email.toLowerCase())
    const user = await User.findBy('email', email.toLowerCase())
    await mailPasswordLink.enqueueForPlatform({ userId: user?.id ?? null })
    session.flash(
      'success',
      'Si un compte porte cette adresse, un lien vient de lui être envoyé. Il est valable une heure.'
    )
    return response.redirect('/connexion')
  }

  async edit({ params, view }: HttpContext) {
    const { email } = await personOfReset(params.secret)
    return view.render('identity/password_reset', { email, secret: params.secret })
  }

  /**
   * Does not log in: a second factor would be skipped. But whoever reads the letters of an account
   * is on a device of its person, where the errors of others do not make her wait.
   */
  async update(ctx: HttpContext) {
    // Compared with nothing: the link that she holds serves once
    const { params, request: req, session, response } = ctx
    const { password } = await req.validateUsing(choice)
    const user = await resetPassword(params.secret, password)
    rememberDevice(ctx, user)
    noteMailRead(ctx, user)
    await tellPasswordChanged.enqueueForPlatform({ userId: user.id })
    session.flash('success', 'Votre mot de passe est changé. Connectez-vous avec le nouveau.')
    return response.redirect('/connexion')
  }
}
