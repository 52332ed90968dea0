import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import { giveBackTyping } from '#kernel/http/forms/kept_typing'
import { WrongCode } from '#kernel/identity/errors'
import { recoveryCodesLeft, renewRecoveryCodes } from '#kernel/identity/factors/recovery_codes'
import { prepareTotp, removeTotp, spendTotpCode, totpToScan } from '#kernel/identity/factors/totp'
import { countAttempt } from '#kernel/identity/login/throttle'
import { confirmPassword } from '#kernel/identity/passwords/change'

const proof = vine.create({ current_password: vine.string() })
const confirmation = vine.create({ code: vine.string().trim().maxLength(20) })

/** The codes of an application, as a second factor. */
export default class TotpController {
  async show({ auth, view }: HttpContext) {
    const user = auth.user!
    return view.render('identity/account/second_factor', {
      active: user.hasSecondFactor,
      toScan: await totpToScan(user),
      codesLeft: recoveryCodesLeft(user),
    })
  }

  async store({ auth, request, response }: HttpContext) {
    const { current_password: password } = await request.validateUsing(proof)
    await confirmPassword(auth.user!, password, request.ip())
    if (!auth.user!.hasSecondFactor) await prepareTotp(auth.user!)
    return response.redirect('/compte/double-authentification')
  }

  /** The first right code turns it on; the recovery codes are shown in this answer only. */
  async update(ctx: HttpContext) {
    const { auth, request, response, session, view } = ctx
    const user = auth.user!
    if (user.hasSecondFactor) return response.redirect('/compte/double-authentification')
    const { code } = await request.validateUsing(confirmation)
    const succeeded = await countAttempt('code', user.id, request.ip())
    if (!(await spendTotpCode(user, code))) throw new WrongCode().at('code')
    await succeeded()
    await user.merge({ totpConfirmedAt: clock.now() }).save()
    session.put('strong', true)
    giveBackTyping(ctx, user.id)
    const codes = await renewRecoveryCodes(user)
    return view.render('identity/account/recovery_codes', { codes, next: session.pull('wanted') })
  }

  async destroy({ auth, request, response, session }: HttpContext) {
    const { current_password: password } = await request.validateUsing(proof)
    await confirmPassword(auth.user!, password, request.ip())
    await removeTotp(auth.user!)
    session.put('strong', false)
    session.flash('success', 'La double authentification par code est arrêtée.')
    return response.redirect('/compte/double-authentification')
  }
}
