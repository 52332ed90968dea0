import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { beginRecovery, beginRecoveryByPhone } from './lost_access.js'
import { hasTelephone } from './telephone.js'

const form = vine.create({ email: vine.string().trim().maxLength(300) })

const byPhone = vine.create({
  phone: vine.string().trim().maxLength(40),
  birthdate: vine.string().trim().maxLength(20),
})

/** Somebody cannot come in any more: by her letters, her telephone, or at a counter. */
export default class LostAccessController {
  async show({ view }: HttpContext) {
    return view.render('outsiders/doors/lost_access', { hasTelephone: hasTelephone() })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: it sends a mail, and records nothing that a page shows
    const { email } = await ctx.request.validateUsing(form)
    await beginRecovery(ctx, email)
    return ctx.response.redirect('/moi/code')
  }

  async phone(ctx: HttpContext) {
    // Compared with nothing: it says a code, and records nothing that a page shows
    await beginRecoveryByPhone(ctx, await ctx.request.validateUsing(byPhone))
    return ctx.response.redirect('/moi/code')
  }
}
