import { workplacesOf } from '#kernel/people/memberships'
import { isPermitted } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { levelsOf } from './reader.js'

/** The other members where a person works and reads documents: the tenant in context may have opened spaces to them. */
export async function worksElsewhere(userId: string): Promise<string[]> {
  const here = tenancy.tenantId()
  return (await workplacesOf(userId))
    .filter(({ tenantId, roles }) => tenantId !== here && isPermitted(roles, 'ged.read'))
    .map(({ tenantId }) => tenantId)
}

/** Whether the tenant in context opened something to a member where a person works. */
export async function isGuest(userId: string): Promise<boolean> {
  const principals = (await worksElsewhere(userId)).map((id) => ({ kind: 'member' as const, id }))
  return (await levelsOf({ principals })).size > 0
}
