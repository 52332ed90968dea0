import { workplacesOf, type Membership } from '#kernel/people/memberships'
import { isPermitted } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import type { Holder } from '#web/api/gate'
import { agentHere, levelsOf } from '../access/reader.js'
import type { Level } from '../rules/levels.js'

/**
 * What the holder of an application password may do below the lists of the tenant in context: at
 * home by her roles, elsewhere as an agent of the member that the password is of, which is a guest.
 */
export async function levelsOfHolder(
  { tenantId, personId, scopes }: Holder,
  place: Membership | null
): Promise<Map<string, Level>> {
  if (!scopes.includes('ged.read')) return new Map()
  if (tenantId === tenancy.tenantId()) {
    const reads = place && isPermitted(place.roles, 'ged.read')
    return reads ? levelsOf(agentHere(place)) : new Map()
  }
  const home = (await workplacesOf(personId)).find((one) => one.tenantId === tenantId)
  if (!home || !isPermitted(home.roles, 'ged.read')) return new Map()
  return levelsOf({ principals: [{ kind: 'member', id: tenantId }] })
}
