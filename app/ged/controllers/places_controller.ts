import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { nodeFor } from '../access/allowed.js'
import { placeWritten } from '../access/place_written.js'
import { move } from '../nodes/move.js'

const validator = vine.create({ path: vine.string().trim().maxLength(2000).optional() })

/** Where a document or a folder stands within its space. */
export default class PlacesController {
  async update(ctx: HttpContext) {
    // Compared with nothing: it goes where it is told, and a name that is taken there is refused
    const { node } = await nodeFor(ctx, ctx.params.id, 'editor', { hold: true })
    const { path = '' } = await ctx.request.validateUsing(validator)
    const to = await placeWritten(ctx, node.spaceId, path)
    await move(node, to, ctx.actor)
    ctx.session.flash('success', path ? `Rangé dans « ${path} ».` : 'Rangé à la racine.')
    return ctx.response.redirect().back()
  }
}
