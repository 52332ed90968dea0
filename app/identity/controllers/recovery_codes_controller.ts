import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { NotStrong } from '#identity/errors'
import { hasAnyFactor } from '#identity/factors/factors_of'
import { renewRecoveryCodes } from '#identity/factors/recovery_codes'
import { tellFactors } from '#identity/jobs/tell_factors_changed'
import { confirmPassword } from '#identity/passwords/change'

const proof = vine.create({ current_password: vine.string() })

export default class RecoveryCodesController {
  /** They replace a factor: only whoever proved one may draw them. */
  async store({ auth, request, response, session, view }: HttpContext) {
    // Compared with nothing: her own codes, shown once; new ones replace the others by their nature
    const user = auth.user!
    if (!(await hasAnyFactor(user))) return response.redirect('/compte/double-authentification')
    const { current_password: password } = await request.validateUsing(proof)
    await confirmPassword(user, password)
    if (session.get('strong') !== true) throw new NotStrong()
    const codes = await renewRecoveryCodes(user)
    await tellFactors(user, 'codes_renewed')
    return view.render('identity/account/recovery_codes', { codes, next: null })
  }
}
