import { roleLabel } from '#kernel/room'
import type { HttpContext } from '@adonisjs/core/http'
import { day } from '#web/dates'
import { suspensionInWords } from '#identity/suspension'
import { taskCounts } from '#web/messages/task_counts'
import { suspendedPlacesOf, workplacesOf } from '#kernel/people/memberships'

/** The choice of whoever works for several collectivités. */
export default class WorkplacesController {
  async index({ auth, view }: HttpContext) {
    const workplaces = await workplacesOf(auth.user!.id)
    const counts = await taskCounts(
      auth.user!.id,
      workplaces.map(({ tenantId }) => tenantId)
    )
    const suspended = await suspendedPlacesOf(auth.user!.id)
    return view.render('identity/workplaces', {
      suspended: await Promise.all(suspended.map((one) => suspensionInWords(one, day))),
      workplaces: workplaces.map(({ tenantId, slug, name, roles }) => ({
        waiting: counts.get(tenantId) ?? 0,
        href: `/c/${slug}`,
        name,
        roles: roles.map((role) => roleLabel(role)).join(', '),
      })),
    })
  }
}
