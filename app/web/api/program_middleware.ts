import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { person } from '#kernel/actor'
import { runAsMember } from '#kernel/people/memberships'
import { hasService, isPermitted } from '#kernel/room'
import { tenants } from '#kernel/tenant'
import { NotFound } from '../errors.js'
import { MemberClosed, ScopeMissing, Unauthenticated } from './errors.js'
import { gatekeeper, type Holder } from './gate.js'
import { countCall, countWrong } from './rate.js'

interface Guard {
  room: string
  permission: string
}

/**
 * A program asks: its token says who it is and of which tenant, for which a transaction opens. It
 * may what its scopes and the roles of its account both hold, as they are now.
 */
export default class ProgramMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { room, permission }: Guard) {
    ctx.response.header('cache-control', 'private, no-store')
    const holder = await holderOf(ctx)
    await countCall(ctx, holder.tokenId)
    const tenant = await tenants.byId(holder.tenantId)
    if (!tenant || !hasService(tenant, room)) throw new NotFound()
    if (tenant.state !== 'active') throw new MemberClosed()
    ctx.holder = holder
    ctx.actor = person(holder.personId)
    return runAsMember(tenant.id, holder.personId, async (place) => {
      if (!place) throw new Unauthenticated()
      const { tasksCount, ...membership } = place
      Object.assign(ctx, { tenant, tasksCount, membership })
      ctx.allows = (asked) => holder.scopes.includes(asked) && isPermitted(membership.roles, asked)
      if (!ctx.allows(permission)) throw new ScopeMissing(permission)
      await next()
    })
  }
}

async function holderOf(ctx: HttpContext): Promise<Holder> {
  const said = ctx.request.header('authorization')
  const holder = said ? await gatekeeper().holderOf(said) : null
  if (holder) return holder
  // RFC 6750 §3; a browser that is asked for « Basic » would open its own window
  ctx.response.header('www-authenticate', 'Bearer realm="halle"')
  if (said) await countWrong(ctx)
  throw new Unauthenticated()
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The program that asks; absent where a person does. */
    holder: Holder
  }
}
