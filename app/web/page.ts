import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { type Workplace, workplacesOf } from '#kernel/people/memberships'
import { taskCounts } from '#web/messages/task_counts'
import { keptUploads } from '#web/uploads/kept'
import { remember } from '#lib/remember'
import { hasKeptTyping, typistField } from './forms/kept_typing.js'
import { menuOf, publicMenuOf } from './menu.js'

const kept = remember<Workplace[]>({ ms: 15_000, most: 5_000 })

/** The collectivites of a person, for the switch of the roof; what it says may be 15 seconds old. */
async function placesOf(userId: string): Promise<Workplace[]> {
  return kept.get(userId) ?? kept.keep(userId, await workplacesOf(userId))
}

/** Asked where no transaction is open: what waits for a person in each of her collectivites. */
async function countTasks(userId: string): Promise<number> {
  const places = (await placesOf(userId)).map(({ tenantId }) => tenantId)
  return [...(await taskCounts(userId, places)).values()].reduce((sum, count) => sum + count, 0)
}

/**
 * What every page knows, asked when it is drawn: by then the person and the tenant are known.
 * What needs the database is a function, so that an error page asks nothing of it.
 */
export function pageOf(ctx: HttpContext) {
  const user = ctx.auth?.user
  const { tenant, membership } = ctx
  return {
    tenant: tenant ?? null,
    user: user
      ? { id: user.id, name: user.fullName, email: user.email, isOperator: user.isOperator }
      : null,
    membership: ctx.isGuest ? null : (membership ?? null),
    menu: ctx.menu ?? menuOf(ctx),
    publicMenu: publicMenuOf(ctx),
    allows: (permission: string) => ctx.allows?.(permission) ?? false,
    currentUrl: ctx.request.url(),
    /** Up to when this page knows what moved. */
    seenAt: clock.ms(),
    places: async () => (user ? placesOf(user.id) : []),
    tasksCount: ctx.tasksCount ?? 0,
    /** The same above the collectivites: what waits in all of them. */
    tasksEverywhere: async () => (user && !tenant ? countTasks(user.id) : 0),
    typistField: () => typistField(ctx),
    keptUploads: (field: string) => keptUploads(ctx, field),
    hasKeptTyping: () => hasKeptTyping(ctx),
  }
}
