import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { nodeFor } from '../access/allowed.js'
import { rename } from '../nodes/move.js'

const validator = vine.create({ name: vine.string().maxLength(255) })

export default class NamesController {
  async update(ctx: HttpContext) {
    // Compared with nothing: a name is whole, and one that is taken is refused
    const { node } = await nodeFor(ctx, ctx.params.id, 'editor', { hold: true })
    const { name } = await ctx.request.validateUsing(validator)
    await rename(node, name, ctx.actor)
    ctx.session.flash('success', `Renommé en « ${name} ».`)
    return ctx.response.redirect().back()
  }
}
