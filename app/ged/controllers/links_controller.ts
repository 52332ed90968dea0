import type { HttpContext } from '@adonisjs/core/http'
import { spaceFor } from '../access/allowed.js'
import { NotAllowed } from '../errors.js'
import { managedLink, managedNode } from '../links/links_of.js'
import { newLink, openLink } from '../links/open_link.js'
import { revokeLink } from '../links/revoke_link.js'
import { reaches } from '../rules/levels.js'
import { nodeLinksScreen, spaceLinksScreen } from '../screens/links_screen.js'

/** The links by which somebody without an account reads, or lays files. */
export default class LinksController {
  async index(ctx: HttpContext) {
    const node = await managedNode(ctx, ctx.params.id)
    return ctx.view.render('ged/links', await nodeLinksScreen(ctx, node))
  }

  async ofSpace(ctx: HttpContext) {
    const { space, level } = await spaceFor(ctx, ctx.params.slug)
    if (!reaches(level, 'manager') || ctx.isGuest) throw new NotAllowed()
    return ctx.view.render('ged/links', await spaceLinksScreen(ctx, space))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a link is added beside the others
    const node = await managedNode(ctx, ctx.params.id)
    await openLink(node, await ctx.request.validateUsing(newLink), ctx.actor)
    ctx.session.flash('success', 'Le lien est ouvert : donnez son adresse à qui doit l’avoir.')
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    await revokeLink(await managedLink(ctx, ctx.params.link), ctx.actor)
    ctx.session.flash('success', 'Le lien est retiré : il ne mène plus à rien.')
    return ctx.response.redirect().back()
  }
}
