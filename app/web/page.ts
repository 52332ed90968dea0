import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { runAsMember, type Workplace, workplacesOf } from '#kernel/people/memberships'
import { keptUploads } from '#web/uploads/kept'
import { hasKeptTyping, typistField } from './forms/kept_typing.js'
import { menuOf, publicMenuOf } from './menu.js'

const KEEP_MS = 15_000
const kept = new Map<string, { at: number; places: Workplace[] }>()

/** The collectivites of a person, for the switch of the roof; what it says may be 15 seconds old. */
async function placesOf(userId: string): Promise<Workplace[]> {
  const known = kept.get(userId)
  if (known && Date.now() - known.at < KEEP_MS) return known.places
  // Not the promise: it is asked in the transaction of one page, and another would fail with it.
  const places = await workplacesOf(userId)
  if (kept.size > 5_000) kept.clear()
  kept.set(userId, { at: Date.now(), places })
  return places
}

/** Asked where no transaction is open: what waits for a person in each of her collectivites. */
async function countTasks(userId: string): Promise<number> {
  let count = 0
  for (const { tenantId } of await placesOf(userId)) {
    count += await runAsMember(tenantId, userId, async (place) => place?.tasksCount ?? 0)
  }
  return count
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
    membership: membership ?? null,
    menu: ctx.menu ?? menuOf(ctx),
    publicMenu: publicMenuOf(ctx),
    allows: (permission: string) => ctx.allows?.(permission) ?? false,
    currentUrl: ctx.request.url(),
    /** Up to when this page knows what moved. */
    seenAt: clock.now().toMillis(),
    places: async () => (user ? placesOf(user.id) : []),
    tasksCount: ctx.tasksCount ?? 0,
    /** The same above the collectivites: what waits in all of them. */
    tasksEverywhere: async () => (user && !tenant ? countTasks(user.id) : 0),
    typistField: () => typistField(ctx),
    keptUploads: (field: string) => keptUploads(ctx, field),
    hasKeptTyping: () => hasKeptTyping(ctx),
  }
}
