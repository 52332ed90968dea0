import type { HttpContext } from '@adonisjs/core/http'
import { NotAllowed } from '../errors.js'
import { follow, unfollow } from '../searches/follow.js'
import { searchFor } from '../searches/visible_searches.js'

/** Whether a person is told of what a search finds that is new. */
export default class SearchFollowsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: a second time changes nothing
    const { search } = await searchFor(ctx, ctx.params.search)
    if (ctx.isGuest) throw new NotAllowed()
    await follow(search.id, ctx.actor.id!)
    ctx.session.flash('success', 'Vous serez prévenu de chaque document nouveau, une fois.')
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    const { search } = await searchFor(ctx, ctx.params.search)
    await unfollow(search.id, ctx.actor.id!)
    ctx.session.flash('success', 'Vous ne serez plus prévenu.')
    return ctx.response.redirect().back()
  }
}
