import { workplacesOf } from '#kernel/people/memberships'
import { isPermitted } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { agentHere, levelsOf, listsOfMember, listsWithin, type Reader } from '../access/reader.js'
import Space from '../spaces/space.js'

/** One owner whose documents are looked through, and the lists of rights below which one may read. */
export interface SearchedOwner {
  tenantId: string
  lists: string[]
}

/** For whom a search is made: a person who works for the member, or the member itself. */
interface For {
  tenantId: string
  userId: string | null
  /** The address of one space. */
  space?: string
}

/**
 * The owners whose documents answer, the member first, then those that opened a space to it: what is
 * shared stays in its owner's tenant, and is asked there. Call it outside any transaction.
 */
export async function searchedBy({ tenantId, userId, space }: For): Promise<SearchedOwner[]> {
  const places = userId ? await workplacesOf(userId) : []
  const place = places.find((one) => one.tenantId === tenantId)
  const worksFor = places
    .filter((one) => one.tenantId !== tenantId && isPermitted(one.roles, 'ged.read'))
    .map((one) => one.tenantId)
  const own: Reader | null = !userId
    ? null
    : place && isPermitted(place.roles, 'ged.read')
      ? agentHere({ userId, roles: place.roles }, worksFor)
      : { principals: worksFor.map((id) => ({ kind: 'member', id })) }
  const guest: Reader = { principals: [{ kind: 'member', id: tenantId }] }
  const isOfHouse = !userId || (place !== undefined && isPermitted(place.roles, 'ged.read'))
  const owners = isOfHouse ? await ownersOpenTo(tenantId) : []
  const asked = [
    { tenantId, reader: own },
    ...owners.map((ownerId) => ({ tenantId: ownerId, reader: guest })),
  ]
  const found: SearchedOwner[] = []
  for (const { tenantId: ownerId, reader } of asked) {
    const lists = await tenancy.run(ownerId, () => readable(reader, space))
    if (lists.length > 0) found.push({ tenantId: ownerId, lists })
  }
  return found
}

async function readable(reader: Reader | null, slug: string | undefined): Promise<string[]> {
  const lists = reader ? [...(await levelsOf(reader)).keys()] : await listsOfMember()
  if (!slug) return lists
  const space = await Space.query().where('slug', slug).first()
  return space ? listsWithin(space.id, lists) : []
}

/** The members that opened a space to one, as they told it; each says itself what it opens. */
export const ownersOpenTo = (tenantId: string): Promise<string[]> =>
  tenancy.run(tenantId, async () => {
    const rows = await tenancy
      .trx()
      .from('ged.guest_places')
      .where('tenant_id', tenantId)
      .distinct('owner_id')
      .orderBy('owner_id')
    return rows.map(({ owner_id: id }) => id)
  })
