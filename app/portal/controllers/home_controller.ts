import type { HttpContext } from '@adonisjs/core/http'
import { allCapabilities } from '#kernel/capability'
import { tasks } from '#kernel/tasks'
import { taskLines } from '../task_lines.js'

/** The home of an agent: what waits for her, and the services of her collectivite. */
export default class HomeController {
  async show(ctx: HttpContext) {
    const { first, count } = await tasks.firstFor(ctx.membership, 8)
    ctx.tasksCount = count
    return ctx.view.render('portal/home', {
      items: taskLines(first),
      count,
      words: Object.fromEntries(
        allCapabilities().map(({ name, purpose }) => [name, purpose ?? ''])
      ),
    })
  }
}
