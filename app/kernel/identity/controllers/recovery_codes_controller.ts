import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { renewRecoveryCodes } from '#kernel/identity/factors/recovery_codes'
import { confirmPassword } from '#kernel/identity/passwords/change'

const proof = vine.create({ current_password: vine.string() })

export default class RecoveryCodesController {
  async store({ auth, request, response, view }: HttpContext) {
    const user = auth.user!
    if (!user.hasSecondFactor) return response.redirect('/compte/double-authentification')
    const { current_password: password } = await request.validateUsing(proof)
    await confirmPassword(user, password, request.ip())
    const codes = await renewRecoveryCodes(user)
    return view.render('identity/account/recovery_codes', { codes, next: null })
  }
}
