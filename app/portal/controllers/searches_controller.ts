import type { HttpContext } from '@adonisjs/core/http'
import { workplacesOf } from '#kernel/people/memberships'
import { askRooms, drawnGroups, wordsOf } from '../ask_rooms.js'

/** Search over everything that the person may see in this collectivite. */
export default class SearchesController {
  async show(ctx: HttpContext) {
    const words = wordsOf(ctx)
    const groups = drawnGroups(await askRooms(ctx, words, 30))
    const isElsewhere = (await workplacesOf(ctx.membership.userId)).length > 1
    return ctx.view.render('portal/search', { words, groups, isElsewhere })
  }

  /** The suggestions of the palette (Ctrl K). */
  async index(ctx: HttpContext) {
    const groups = await askRooms(ctx, wordsOf(ctx), 6)
    const results = groups.flatMap(({ results }) => results.map(({ terms: _, ...found }) => found))
    return ctx.response.send({ results })
  }
}
