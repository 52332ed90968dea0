import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { OUTSIDE } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { hasService } from '#kernel/room'
import { tenants } from '#kernel/tenant'
import { NotFound } from './errors.js'
import { shownRooms } from './menu.js'

/** The public side of a tenant: its context, and nobody in particular. */
export default class PublicTenantMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { room }: { reason: string; room: string }) {
    const tenant = await tenants.bySlug(ctx.params.tenant)
    if (!tenant || tenant.state !== 'active' || !hasService(tenant, room)) throw new NotFound()
    return tenancy.run(tenant.id, async () => {
      ctx.tenant = tenant
      ctx.shownRooms = await shownRooms(tenant)
      ctx.actor = OUTSIDE
      ctx.allows = () => false
      await next()
    })
  }
}
