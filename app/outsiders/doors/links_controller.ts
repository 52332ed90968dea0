import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { claimsWaiting, keepApart, knownAddress, linkByLetter, linkBySecret } from './reconcile.js'

const form = vine.create({ password: vine.string().maxLength(500) })

/** A provider names somebody who looks like a record that we hold: she says whether it is hers. */
export default class LinksController {
  async show(ctx: HttpContext) {
    const waiting = claimsWaiting(ctx)
    if (!waiting) return ctx.response.redirect('/moi/connexion')
    return ctx.view.render('outsiders/doors/link', {
      provider: waiting.claims.provider,
      address: await knownAddress(waiting),
    })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a secret of the record proves that it is hers
    const { password } = await ctx.request.validateUsing(form)
    return ctx.response.redirect((await linkBySecret(ctx, password)) ?? '/moi/connexion')
  }

  async mail(ctx: HttpContext) {
    // Compared with nothing: it sends a mail to the address of the record
    await linkByLetter(ctx)
    return ctx.response.redirect('/moi/code')
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: it makes an account, and changes none
    return ctx.response.redirect((await keepApart(ctx)) ?? '/moi/connexion')
  }
}
