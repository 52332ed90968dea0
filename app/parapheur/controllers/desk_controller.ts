import type { HttpContext } from '@adonisjs/core/http'
import { listPage } from '#web/list/index'
import { desksOf, replacedBy } from '../circuit/people.js'
import { deskOf } from '../desk/desk_of.js'
import { countsFor } from '../desk_screen.js'

/** « Mon bureau »: what waits for the person, what is late, what she did. */
export default class DeskController {
  async index(ctx: HttpContext) {
    const userId = ctx.actor.id!
    const [declared, base] = await deskOf(ctx)
    const list = await listPage(ctx, declared, base)
    const counts = await countsFor(userId)
    return ctx.view.render('parapheur/desk', {
      base,
      list,
      counts,
      shown: list.tabs.find(({ current }) => current)!.value,
      tabs: list.tabs.map((tab) => ({ ...tab, count: counts[tab.value as keyof typeof counts] })),
      desks: await desksOf(userId),
      replaced: await replacedBy(userId),
    })
  }
}
