import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { hasService } from '#kernel/room'
import { type Place, runAsMember } from '#kernel/people/memberships'
import { tenants } from '#kernel/tenant'
import { doorkeeper } from './doorkeeper.js'
import { NotFound } from './errors.js'
import { guestPermissions } from './guests.js'
import { permittedTo } from './permitted.js'

/**
 * Puts the tenant of the URL in context: one transaction for the whole request. Somebody who does
 * not belong to it and is no guest of it, or a service that it does not have, is told that the page
 * does not exist; the
 * people of a suspended one are told that it is, and whom to call.
 */
export default class TenantMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { room }: { room: string }) {
    const tenant = await tenants.bySlug(ctx.params.tenant)
    if (!tenant || !hasService(tenant, room)) throw new NotFound()
    const enter = async (place: Place | null) => {
      const asGuest = place ? null : await guestPermissions(room, ctx.actor.id!)
      if (!place && !asGuest) throw new NotFound()
      const { tasksCount, ...membership } = place ?? strangerCalled(ctx.actor.id!)
      ctx.tenant = tenant
      ctx.membership = membership
      ctx.tasksCount = tasksCount
      ctx.isGuest = !place
      ctx.allows = place
        ? permittedTo(membership.roles)
        : (permission) => asGuest!.includes(permission)
      if (await doorkeeper().letsMemberIn(ctx)) await next()
    }
    return runAsMember(tenant.id, ctx.actor.id!, enter, placeKnown(ctx, tenant.id))
  }
}

/** Her place as it was read with her session; undefined when it is to be read. */
function placeKnown({ placeRead, sessionOwner, actor }: HttpContext, tenantId: string) {
  const isHers = placeRead?.tenantId === tenantId && sessionOwner?.id === actor.id
  return isHers ? placeRead.place : undefined
}

/** A guest has no place here: no role, and no task. */
const strangerCalled = (userId: string) => ({ userId, roles: [], title: null, tasksCount: 0 })
