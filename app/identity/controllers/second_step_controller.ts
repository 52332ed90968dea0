import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { SecondStepExpired, WrongCode } from '#identity/errors'
import { factorsOf } from '#identity/factors/factors_of'
import { tellFactors } from '#identity/jobs/tell_factors_changed'
import { spendRecoveryCode } from '#identity/factors/recovery_codes'
import { spendTotpCode } from '#identity/factors/totp'
import { openSession } from '#identity/login/open_session'
import { awaitedPerson } from '#identity/login/second_step'
import { attemptCode } from '#identity/login/throttle'

const form = vine.create({ code: vine.string().trim().maxLength(40) })

export default class SecondStepController {
  async show(ctx: HttpContext) {
    if (await expired(ctx)) return ctx.response.redirect('/connexion')
    return ctx.view.render('identity/second_step', {
      factors: await factorsOf(await awaitedPerson(ctx)),
    })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a person proves who she is
    if (await expired(ctx)) return ctx.response.redirect('/connexion')
    const user = await awaitedPerson(ctx)
    const { code } = await ctx.request.validateUsing(form)
    const succeeded = await attemptCode(ctx, user)
    const isOfApplication = user.hasTotp && (await spendTotpCode(user, code))
    const isOfRescue = !isOfApplication && (await spendRecoveryCode(user, code))
    if (!isOfApplication && !isOfRescue) throw new WrongCode().at('code')
    await succeeded()
    if (isOfRescue) await tellFactors(user, 'code_used')
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
