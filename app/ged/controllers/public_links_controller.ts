import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { here } from '#web/here'
import { LinkMissing } from '../errors.js'
import { triesPassword } from '../links/link_password.js'
import { entered, followed, grant, isLocked, within } from '../links/through_link.js'
import { publicLinkScreen } from '../screens/public_link_screen.js'

const validator = vine.create({ password: vine.string().maxLength(100) })
const LOCKED = 'Trop d’essais sur ce lien : attendez un quart d’heure, puis essayez encore.'
const WRONG = 'Ce n’est pas le mot de passe de ce lien. Demandez-le à qui vous a donné le lien.'

/** What somebody without an account reads by a link. */
export default class PublicLinksController {
  async show(ctx: HttpContext) {
    unlisted(ctx)
    const door = await followed(ctx.params.link)
    const { link, node } = door
    const address = here('ged.public.links.show', { tenant: ctx.tenant, link: ctx.params.link })
    if (isLocked(ctx, link)) return ctx.view.render('ged/public/locked', { address })
    if (link.kind === 'drop') {
      const shown = { address: `${address}/depots`, title: node.name, until: link.expiresAt }
      return ctx.view.render('ged/public/drop', { ...shown, isSpent: link.isSpent })
    }
    return ctx.view.render('ged/public/read', await publicLinkScreen(ctx, door, node))
  }

  /** A folder below the one that the link opens. */
  async below(ctx: HttpContext) {
    unlisted(ctx)
    const door = await entered(ctx)
    const node = await within(door, ctx.params.node)
    if (door.link.kind !== 'read' || node.kind !== 'folder') throw new LinkMissing()
    return ctx.view.render('ged/public/read', await publicLinkScreen(ctx, door, node))
  }

  /** The password of the link. A wrong one is answered without an exception: its count must stay. */
  async enter(ctx: HttpContext) {
    // Compared with nothing: a password changes nothing but what this visitor may see
    const { link } = await followed(ctx.params.link)
    const { password } = await ctx.request.validateUsing(validator)
    if (!isLocked(ctx, link)) return ctx.response.redirect().back()
    const opens = await triesPassword(link, password)
    if (opens) grant(ctx, link, { hasPassword: true })
    else ctx.session.flash('error', opens === null ? LOCKED : WRONG)
    return ctx.response.redirect().back()
  }
}

/**
 * Neither kept by whoever stands between us, nor found by who searches, nor told to the next site; to
 * ourselves it is, or nobody would come back to her form.
 */
export function unlisted({ response }: HttpContext): void {
  response.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex')
  response.header('referrer-policy', 'same-origin')
}
