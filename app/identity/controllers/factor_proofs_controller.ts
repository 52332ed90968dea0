import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { WrongMailedCode } from '#identity/errors'
import { hasReadMail, noteMailRead, spendProof } from '#identity/factors/mailed_proof'
import { mailFactorCode } from '#identity/jobs/mail_factor_code'
import { attemptCode, countLetter } from '#identity/login/throttle'
import { confirmPassword } from '#identity/passwords/change'

const PAGE = '/compte/double-authentification/courriel'
const proof = vine.create({ current_password: vine.string() })
const answer = vine.create({ code: vine.string().trim().maxLength(40) })

/** Before her first second factor, a person shows that she reads the letters of her account. */
export default class FactorProofsController {
  async show({ view }: HttpContext) {
    return view.render('identity/account/factor_proof')
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a code goes to her, and the last one sent is the good one
    const { auth, request, response } = ctx
    const { current_password: password } = await request.validateUsing(proof)
    await confirmPassword(auth.user!, password)
    if (hasReadMail(ctx, auth.user!)) return response.redirect('/compte/double-authentification')
    await countLetter(ctx, auth.user!.email)
    await mailFactorCode.enqueueForPlatform({ userId: auth.user!.id })
    return response.redirect(PAGE)
  }

  async update(ctx: HttpContext) {
    // Compared with nothing: the code that she holds serves once
    const { auth, request, response, session } = ctx
    const { code } = await request.validateUsing(answer)
    const succeeded = await attemptCode(ctx, auth.user!)
    if (!(await spendProof(auth.user!, code))) throw new WrongMailedCode().at('code')
    await succeeded()
    noteMailRead(ctx, auth.user!)
    session.flash('success', 'Vous recevez bien le courrier de ce compte. Choisissez votre moyen.')
    return response.redirect('/compte/double-authentification')
  }
}
