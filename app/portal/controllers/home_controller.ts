import type { HttpContext } from '@adonisjs/core/http'
import { allCapabilities } from '#kernel/capability'
import { tasks } from '#kernel/tasks'
import { taskLines } from '../task_lines.js'

/** The home of an agent: what waits for her, and the services of her collectivite. */
export default class HomeController {
  async show({ view, membership }: HttpContext) {
    const waiting = await tasks.waitingFor(membership, 8)
    return view.render('portal/home', {
      items: taskLines(waiting),
      count: waiting.length < 8 ? waiting.length : await tasks.countFor(membership),
      words: Object.fromEntries(
        allCapabilities().map(({ name, purpose }) => [name, purpose ?? ''])
      ),
    })
  }
}
