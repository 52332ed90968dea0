import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { OUTSIDE } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { hasService } from '#kernel/room'
import { tenantOf, tenants } from '#kernel/tenant'
import { NotFound } from './errors.js'
import { standingQuestion } from './kept/standing.js'
import { shownRooms } from './menu.js'
import { PublicSideClosed } from './public_side.js'

export interface PublicPolicy {
  reason: string
  room: string
  /** Answers before the member has opened its public side: what proves, not what shows. */
  isAlwaysOpen?: boolean
}

/** The public side of a tenant: its context, and nobody in particular. */
export default class PublicTenantMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { room, isAlwaysOpen }: PublicPolicy) {
    const known = await tenants.bySlug(ctx.params.tenant)
    if (!known) throw new NotFound()
    // Its row as it stands, before anything else is read: what is kept must not be older than that.
    return tenancy.runAfter(known.id, standingQuestion(known.id), async (_context, [row]) => {
      const tenant = tenantOf(row)
      if (tenant.state !== 'active' || !hasService(tenant, room)) throw new NotFound()
      if (!tenant.publicSince && !isAlwaysOpen) throw new PublicSideClosed(tenant.name)
      ctx.tenant = tenant
      ctx.standing = row.standing
      ctx.shownRooms = await shownRooms(tenant)
      ctx.actor = OUTSIDE
      ctx.allows = () => false
      await next()
    })
  }
}
