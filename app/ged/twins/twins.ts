import { tenancy } from '#kernel/tenancy'
import { pathOf, waysTo } from '../nodes/paths.js'
import Version from '../nodes/version.js'

/** One of the places where some bytes stand. */
export interface TwinPlace {
  id: string
  title: string
  /** Within its space. */
  path: string
  space: string
  accessId: string
}

/** The same bytes in several places: the last version of as many documents. */
export interface Twins {
  digest: string
  /** In octets, of one of them. */
  size: number
  /** How many places she reads; the first of them are told. */
  count: number
  places: TwinPlace[]
}

const GROUPS = 20
const PLACES = 20

/**
 * The last version of what is not in the trash, below some lists of rights: nothing else is compared.
 * A closed dossier is filed over the bytes of its room: nobody is to choose between the two.
 */
const LAST = `ged.versions as version
  join ged.nodes as node on node.tenant_id = version.tenant_id and node.id = version.node_id
    and node.deleted_at is null and node.access_id = any(:lists::uuid[])
    and (:space::uuid is null or node.space_id = :space::uuid)
  where version.tenant_id = :tenant and version.size > 0 and not exists (
    select from ged.spaces as filed
    where filed.tenant_id = :tenant and filed.id = node.space_id and filed.kind = 'system')
  and not exists (
    select from ged.versions as newer
    where newer.tenant_id = version.tenant_id and newer.node_id = version.node_id
      and (newer.major, newer.minor) > (version.major, version.minor))`

/**
 * What stands in several places below some lists of rights, of one space or of all, the largest
 * first, after those of a document; `next`: the one after which there is more, or null.
 */
export async function twinsIn(
  { lists, spaceId }: { lists: string[]; spaceId: string | null },
  after: string | null
): Promise<{ twins: Twins[]; next: string | null }> {
  // A document that went for good since is no place to go on from: one begins again
  const last = after ? ((await Version.lastOf(after)) as Version | undefined) : undefined
  const asked = { tenant: tenancy.tenantId(), lists, space: spaceId }
  const { rows } = await tenancy.trx().rawQuery(
    `select version.digest, version.size, count(*)::int as count from ${LAST}
       and (:digest::text is null or (-version.size, version.digest) > (-:size::bigint, :digest))
     group by version.size, version.digest having count(*) > 1
     order by version.size desc, version.digest limit ${GROUPS + 1}`,
    { ...asked, digest: last?.digest ?? null, size: last?.size ?? null } as never
  )
  const shown: { digest: string; size: string; count: number }[] = rows.slice(0, GROUPS)
  const places = await placesOf(
    asked,
    shown.map(({ digest }) => digest)
  )
  return {
    twins: shown.map(({ digest, size, count }) => ({
      ...{ digest, size: Number(size), count, places: places.get(digest) ?? [] },
    })),
    next: rows.length > GROUPS ? (places.get(shown.at(-1)!.digest)![0]?.id ?? null) : null,
  }
}

/** The first places of each of some bytes, in the order in which they were filed. */
async function placesOf(asked: object, digests: string[]): Promise<Map<string, TwinPlace[]>> {
  if (digests.length === 0) return new Map()
  const { rows } = await tenancy.trx().rawQuery(
    `select place.*, space.slug as space from (
       select version.digest, node.id, node.title, node.space_id, node.access_id,
         row_number() over (partition by version.digest order by node.id) as rank
       from ${LAST} and version.digest = any(:digests)) as place
     join ged.spaces as space on space.tenant_id = :tenant and space.id = place.space_id
     where rank <= ${PLACES} order by place.digest, rank`,
    { ...asked, digests } as never
  )
  const ways = await waysTo(rows.map(({ id }: { id: string }) => id))
  const places = new Map<string, TwinPlace[]>(digests.map((digest) => [digest, []]))
  for (const { digest, id, title, space, access_id: accessId } of rows) {
    places.get(digest)!.push({ id, title, space, accessId, path: pathOf(ways.get(id)!) })
  }
  return places
}
