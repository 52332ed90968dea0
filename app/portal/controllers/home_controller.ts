import type { HttpContext } from '@adonisjs/core/http'
import { allRooms } from '#kernel/room'
import { newsFor } from '#web/news'
import { tasks } from '#kernel/tasks'
import { taskLines } from '../task_lines.js'

/** The home of an agent: what waits for her, and the services of her collectivite. */
export default class HomeController {
  async show(ctx: HttpContext) {
    const waiting = await tasks.waitingFor(ctx.membership, 8)
    const news = await newsFor(ctx, { limit: 6 })
    return ctx.view.render('portal/home', {
      items: taskLines(waiting),
      count: ctx.tasksCount,
      news: news.lines,
      hasMoreNews: news.next !== null,
      words: Object.fromEntries(allRooms().map(({ name, purpose }) => [name, purpose ?? ''])),
    })
  }
}
