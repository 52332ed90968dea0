import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { SecondStepExpired, WrongCode } from '#kernel/identity/errors'
import { spendRecoveryCode } from '#kernel/identity/factors/recovery_codes'
import { spendTotpCode } from '#kernel/identity/factors/totp'
import { openSession } from '#kernel/identity/login/open_session'
import { awaitedPerson } from '#kernel/identity/login/second_step'
import { countAttempt } from '#kernel/identity/login/throttle'

const form = vine.create({ code: vine.string().trim().maxLength(40) })

export default class SecondStepController {
  async show(ctx: HttpContext) {
    if (await expired(ctx)) return ctx.response.redirect('/connexion')
    return ctx.view.render('identity/second_step')
  }

  async store(ctx: HttpContext) {
    if (await expired(ctx)) return ctx.response.redirect('/connexion')
    const user = await awaitedPerson(ctx)
    const { code } = await ctx.request.validateUsing(form)
    const succeeded = await countAttempt('code', user.id, ctx.request.ip())
    const right = (await spendTotpCode(user, code)) || (await spendRecoveryCode(user, code))
    if (!right) throw new WrongCode().at('code')
    await succeeded()
    ctx.session.forget('second_step')
    return ctx.response.redirect(await openSession(ctx, user, 'password_and_code'))
  }
}

/** Too late: the person is told on the login page, where she can begin again. */
async function expired(ctx: HttpContext): Promise<boolean> {
  try {
    await awaitedPerson(ctx)
    return false
  } catch (error) {
    if (!(error instanceof SecondStepExpired)) throw error
    ctx.session.flash('notice', error.message)
    return true
  }
}
