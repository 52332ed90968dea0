import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import vine from '@vinejs/vine'
import { WrongCredentials } from '#kernel/identity/errors'
import { checkPassword } from '#kernel/identity/login/check_password'
import { homeOf, openSession } from '#kernel/identity/login/open_session'
import { beginSecondStep } from '#kernel/identity/login/second_step'
import { countAttempt } from '#kernel/identity/login/throttle'

const form = vine.create({
  email: vine.string().trim().maxLength(254),
  password: vine.string().maxLength(500),
})

export default class LoginController {
  async show({ auth, view, response }: HttpContext) {
    if (await auth.check()) return response.redirect(await homeOf(auth.user!))
    return view.render('identity/login')
  }

  async store(ctx: HttpContext) {
    const { email, password } = await ctx.request.validateUsing(form)
    const succeeded = await countAttempt('password', email.toLowerCase(), ctx.request.ip())
    const user = await checkPassword(email, password)
    if (!user) {
      logger.info({ event: 'login_refused' }, 'a login was refused')
      throw new WrongCredentials().at('email')
    }
    await succeeded()
    if (!user.hasSecondFactor)
      return ctx.response.redirect(await openSession(ctx, user, 'password'))
    beginSecondStep(ctx, user)
    return ctx.response.redirect('/connexion/code')
  }

  async destroy({ auth, session, response }: HttpContext) {
    await auth.use('web').logout()
    session.clear()
    session.regenerate()
    session.flash('success', 'Vous êtes déconnecté. À bientôt.')
    return response.redirect('/connexion')
  }
}
