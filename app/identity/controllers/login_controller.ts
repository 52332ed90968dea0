import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import vine from '@vinejs/vine'
import { WrongCredentials } from '#identity/errors'
import { hasAnyFactor } from '#identity/factors/factors_of'
import { checkPassword } from '#identity/login/check_password'
import { otherWays } from '#identity/login/other_ways'
import { whatIsLeft } from '#identity/login/leaving'
import { homeOf, openSession } from '#identity/login/open_session'
import { beginSecondStep } from '#identity/login/second_step'
import { attemptPassword } from '#identity/login/throttle'
import User from '#kernel/people/user'

const form = vine.create({
  email: vine.string().trim().maxLength(254),
  password: vine.string().maxLength(500),
})

export default class LoginController {
  async show({ auth, view, response }: HttpContext) {
    if (await auth.check()) return response.redirect(await homeOf(auth.user!))
    return view.render('identity/login', { ways: await otherWays() })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a person proves who she is
    const { email: typed, password } = await ctx.request.validateUsing(form)
    const email = typed.toLowerCase()
    const user = await User.findBy('email', email)
    const succeeded = await attemptPassword(ctx, email, user)
    if (!(await checkPassword(user, password)) || !user) {
      logger.info({ event: 'login_refused' }, 'a login was refused')
      throw new WrongCredentials().at('email')
    }
    await succeeded()
    if (!(await hasAnyFactor(user)))
      return ctx.response.redirect(await openSession(ctx, user, 'password'))
    beginSecondStep(ctx, user)
    return ctx.response.redirect('/connexion/code')
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: a person leaves, from her own browser
    const { auth, session, response } = ctx
    const left = await whatIsLeft(ctx)
    await auth.use('web').logout()
    session.clear()
    session.regenerate()
    session.flash('success', 'Vous êtes déconnecté. À bientôt.')
    return response.redirect(left?.() ?? '/connexion')
  }
}
