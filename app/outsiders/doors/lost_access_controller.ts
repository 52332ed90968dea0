import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { beginRecovery } from './lost_access.js'

const form = vine.create({ email: vine.string().trim().maxLength(300) })

/** Somebody cannot come in any more: by her letters, or at a counter. */
export default class LostAccessController {
  async show({ view }: HttpContext) {
    return view.render('outsiders/doors/lost_access')
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: it sends a mail, and records nothing that a page shows
    const { email } = await ctx.request.validateUsing(form)
    await beginRecovery(ctx, email)
    return ctx.response.redirect('/moi/code')
  }
}
