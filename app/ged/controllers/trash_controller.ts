import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { nodeFor } from '../access/allowed.js'
import { discard, restore } from '../nodes/trash.js'
import { trashScreen } from '../screens/trash_screen.js'
import Space from '../spaces/space.js'
import { addressOf } from '../nodes/addresses.js'

/** What was put aside, for thirty days; it keeps its rights there. */
export default class TrashController {
  async index(ctx: HttpContext) {
    return ctx.view.render('ged/trash', await trashScreen(ctx))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: what is in the trash already is not found any more
    const { node } = await nodeFor(ctx, ctx.params.id, 'editor', { hold: true })
    await discard(node, ctx.actor)
    ctx.session.flash('success', `« ${node.name} » est à la corbeille pour trente jours.`)
    const { slug } = await Space.get(node.spaceId)
    const { tenant } = ctx
    return ctx.response.redirect(
      node.parentId
        ? here('ged.folders.show', { tenant, id: node.parentId })
        : here('ged.spaces.show', { tenant, slug })
    )
  }

  async destroy(ctx: HttpContext) {
    const { node } = await nodeFor(ctx, ctx.params.id, 'editor', { hold: true, inTrash: true })
    await restore(node, ctx.actor)
    ctx.session.flash('success', `« ${node.name} » est rétabli.`)
    return ctx.response.redirect(addressOf(ctx.tenant, node))
  }
}
