import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isPermitted, hasService } from '#kernel/room'
import { runAsMember } from '#kernel/people/memberships'
import { tenants } from '#kernel/tenant'
import { doorkeeper } from './doorkeeper.js'
import { NotFound } from './errors.js'

/**
 * Puts the tenant of the URL in context: one transaction for the whole request. Somebody who does
 * not belong to it, or a service that it does not have, is told that the page does not exist; the
 * people of a suspended one are told that it is, and whom to call.
 */
export default class TenantMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { room }: { room: string }) {
    const tenant = await tenants.bySlug(ctx.params.tenant)
    if (!tenant || !hasService(tenant, room)) throw new NotFound()
    return runAsMember(tenant.id, ctx.actor.id!, async (place) => {
      if (!place) throw new NotFound()
      const { tasksCount, ...membership } = place
      ctx.tenant = tenant
      ctx.membership = membership
      ctx.tasksCount = tasksCount
      ctx.allows = (permission) => isPermitted(membership.roles, permission)
      if (await doorkeeper().letsMemberIn(ctx)) await next()
    })
  }
}
