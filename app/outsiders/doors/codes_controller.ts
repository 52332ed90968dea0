import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { afterCode } from './after_code.js'
import { awaited, spendDoorCode } from './door_code.js'

const form = vine.create({ code: vine.string().trim().maxLength(40) })

/** A code that was mailed, or said, comes back. A page that is read consumes nothing: mail scanners read pages. */
export default class CodesController {
  async show(ctx: HttpContext) {
    const begun = awaited(ctx)
    if (!begun) return ctx.response.redirect('/moi/connexion')
    return ctx.view.render('outsiders/doors/code', { address: begun.address, how: begun.how })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: the code that she holds serves once
    const { code } = await ctx.request.validateUsing(form)
    return ctx.response.redirect(await afterCode(ctx, await spendDoorCode(ctx, code)))
  }
}
