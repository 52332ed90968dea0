import type { HttpContext } from '@adonisjs/core/http'
import { documentToRelate, newRelation, relate, unrelate } from '../relations/relate.js'

/** What a document is to another: a reply, an annex, what replaces it. */
export default class RelationsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: a relation is added beside the others, once
    const node = await documentToRelate(ctx, ctx.params.id)
    await relate(ctx, node, await ctx.request.validateUsing(newRelation))
    ctx.session.flash('success', 'Les deux documents sont reliés.')
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    await unrelate(ctx, ctx.params.relation)
    ctx.session.flash('success', 'Les deux documents ne sont plus reliés.')
    return ctx.response.redirect().back()
  }
}
