import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import { giveBackTyping } from '#web/forms/kept_typing'
import { WrongCode } from '#identity/errors'
import { factorsOf } from '#identity/factors/factors_of'
import { hasReadMail, mayAddFactor } from '#identity/factors/mailed_proof'
import { recoveryCodesLeft, renewRecoveryCodes } from '#identity/factors/recovery_codes'
import { prepareTotp, removeTotp, spendTotpCode, totpToScan } from '#identity/factors/totp'
import { settleAfterRemoval } from '#identity/factors/removal'
import { tellFactors } from '#identity/jobs/tell_factors_changed'
import { attemptCode } from '#identity/login/throttle'
import { confirmPassword } from '#identity/passwords/change'

const proof = vine.create({ current_password: vine.string() })
const confirmation = vine.create({ code: vine.string().trim().maxLength(20) })
const PAGE = '/compte/double-authentification'

/** The codes of an application, as a second factor. */
export default class TotpController {
  async show(ctx: HttpContext) {
    const user = ctx.auth.user!
    const factors = await factorsOf(user)
    return ctx.view.render('identity/account/second_factor', {
      factors,
      hasAny: factors.totp || factors.passkey,
      needsMail: !factors.totp && !factors.passkey && !hasReadMail(ctx, user),
      toScan: await totpToScan(user),
      codesLeft: recoveryCodesLeft(user),
    })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: her own factor, not confirmed yet
    const user = ctx.auth.user!
    const { current_password: password } = await ctx.request.validateUsing(proof)
    await confirmPassword(user, password)
    await mayAddFactor(ctx, user)
    if (!user.hasTotp) await prepareTotp(user)
    return ctx.response.redirect(PAGE)
  }

  /** The first right code turns it on; the recovery codes are shown in this answer only. */
  async update(ctx: HttpContext) {
    // Compared with nothing: her own factor, which the code that she types confirms
    const { auth, request, response, session, view } = ctx
    const user = auth.user!
    if (user.hasTotp) return response.redirect(PAGE)
    const { code } = await request.validateUsing(confirmation)
    await mayAddFactor(ctx, user)
    const succeeded = await attemptCode(ctx, user)
    if (!(await spendTotpCode(user, code))) throw new WrongCode().at('code')
    await succeeded()
    await user.merge({ totpConfirmedAt: clock.now() }).save()
    await tellFactors(user, 'totp_added')
    session.put('strong', true)
    giveBackTyping(ctx, user.id)
    const codes = await renewRecoveryCodes(user)
    return view.render('identity/account/recovery_codes', { codes, next: session.pull('wanted') })
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: her own factor, taken away by her
    const user = ctx.auth.user!
    const { current_password: password } = await ctx.request.validateUsing(proof)
    await confirmPassword(user, password)
    await removeTotp(user)
    await tellFactors(user, 'totp_removed')
    await settleAfterRemoval(ctx, user)
    ctx.session.flash('success', 'La double authentification par code est arrêtée.')
    return ctx.response.redirect(PAGE)
  }
}
