import type { HttpContext } from '@adonisjs/core/http'
import { membershipOf, workplacesOf } from '#kernel/people/memberships'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { taskLines } from '../task_lines.js'

/** What waits for a person in all the collectivites where she works, in one list. */
export default class TasksController {
  async index({ view, auth }: HttpContext) {
    const user = auth.getUserOrFail()
    const groups = []
    for (const place of await workplacesOf(user.id)) {
      const waiting = await tenancy.run(place.tenantId, async () => {
        const membership = await membershipOf(user.id)
        return membership ? tasks.waitingFor(membership) : []
      })
      groups.push({ place, items: taskLines(waiting) })
    }
    const count = groups.reduce((sum, group) => sum + group.items.length, 0)
    return view.render('portal/tasks', { groups, count })
  }
}
