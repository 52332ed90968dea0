import type { HttpContext } from '@adonisjs/core/http'
import { allRooms } from '#kernel/room'
import { DEAD_SINCE } from '#web/messages/dead_addresses'
import { beginningsFor } from '#web/beginnings'
import { figuresFor } from '#web/figures'
import { newsFor } from '#web/news'
import { tasks } from '#kernel/tasks'
import { leadOf } from '../home_lead.js'
import { taskLines } from '../task_lines.js'

/** The home of an agent: what waits for her, and the services of her collectivite. */
export default class HomeController {
  async show(ctx: HttpContext) {
    const waiting = ctx.tasksCount ? await tasks.waitingFor(ctx.membership, 8) : []
    const figures = await figuresFor(ctx, { deadSince: DEAD_SINCE })
    // Where something was done this month, the place is not new: nothing more is asked
    const isAtWork = figures.month.some(({ value }) => value !== '0')
    const begun = isAtWork ? null : await beginningsFor(ctx)
    const news = await newsFor(ctx, { limit: 6 })
    return ctx.view.render('portal/home', {
      figures,
      lead: leadOf(ctx.tasksCount ?? 0, figures),
      items: taskLines(waiting),
      count: ctx.tasksCount,
      begun,
      news: news.lines,
      hasMoreNews: news.next !== null,
      deadSince: figures.also.deadSince,
      actingIn: servicesToActIn(ctx),
      words: Object.fromEntries(allRooms().map(({ name, purpose }) => [name, purpose ?? ''])),
    })
  }
}

/** The services where this person does more than read: she begins with the first of them. */
const servicesToActIn = ({ allows }: HttpContext): string[] =>
  allRooms()
    .filter(({ permissions }) =>
      Object.keys(permissions).some((one) => !one.endsWith('.read') && allows(one))
    )
    .map(({ name }) => name)
