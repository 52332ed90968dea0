import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { onPaper } from './paper_code.js'
import { signUp } from './sign_up.js'
import { hasTelephone } from './telephone.js'

/** What an account may begin with; a name is enough. */
export const accountForm = vine.create({
  given_names: vine.string().trim().maxLength(300).optional(),
  birth_name: vine.string().trim().maxLength(200).optional(),
  usage_name: vine.string().trim().maxLength(200).optional(),
  birthdate: vine.string().trim().maxLength(20).optional(),
  email: vine.string().trim().maxLength(300).optional(),
  phone: vine.string().trim().maxLength(40).optional(),
})

export default class SignUpController {
  async show({ view }: HttpContext) {
    return view.render('outsiders/doors/sign_up', { hasTelephone: hasTelephone() })
  }

  /** The code on paper is shown in this answer only. */
  async store(ctx: HttpContext) {
    // Compared with nothing: it makes an account, and changes none
    const paper = await signUp(ctx, await ctx.request.validateUsing(accountForm))
    if (!paper) return ctx.response.redirect('/moi/code')
    return ctx.view.render('outsiders/doors/paper', { ...onPaper(paper), next: '/moi/connexion' })
  }
}
