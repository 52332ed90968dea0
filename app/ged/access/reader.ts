import { tenancy } from '#kernel/tenancy'
import type { Level } from '../rules/levels.js'
import { highest } from '../rules/levels.js'
import { asReaderOfRooms } from './room_readers.js'
import type { Principal } from './write_access.js'

/** Whoever asks, as the entries of access name her. */
export interface Reader {
  principals: Principal[]
}

/** An agent of the tenant in context, and the other members where she works: she may be their guest here. */
export const agentHere = (
  { userId, roles }: { userId: string; roles: readonly string[] },
  worksFor: string[] = []
): Reader => ({
  principals: [
    ...roles.map((id) => ({ kind: 'role' as const, id })),
    ...asReaderOfRooms(roles),
    { kind: 'person', id: userId },
    ...worksFor.map((id) => ({ kind: 'member' as const, id })),
  ],
})

/**
 * The lists that grant something to a reader, each with the highest level that she has there: what is
 * closed is read and no more, but for who asks what she had before.
 */
export async function levelsOf(
  { principals }: Reader,
  { beforeClosing = false } = {}
): Promise<Map<string, Level>> {
  if (principals.length === 0) return new Map()
  const level = beforeClosing
    ? 'level'
    : "case when list.closed_at is null then level else 'reader' end"
  const { rows } = await tenancy.trx().rawQuery(
    `select list_id, array_agg(${level}) as levels from ged.access_entries as entry
       join ged.access_lists as list on list.tenant_id = entry.tenant_id and list.id = entry.list_id
     where entry.tenant_id = ? and (principal_kind, principal) in
       (select * from unnest(?::text[], ?::text[])) group by list_id`,
    [tenancy.tenantId(), principals.map(({ kind }) => kind), principals.map(({ id }) => id)] as any
  )
  return new Map(
    rows.map(({ list_id: id, levels }: { list_id: string; levels: Level[] }) => [
      id,
      highest(levels)!,
    ])
  )
}

/**
 * The lists below which everybody's documents stand, for whoever acts in the name of the member
 * itself: all but those of personal spaces, which nobody else reads.
 */
export async function listsOfMember(): Promise<string[]> {
  const rows = await tenancy
    .trx()
    .from('ged.access_lists')
    .joinRaw(
      'join ged.spaces on spaces.tenant_id = access_lists.tenant_id and spaces.id = space_id'
    )
    .where('access_lists.tenant_id', tenancy.tenantId())
    .whereNot('spaces.kind', 'personal')
    .select('access_lists.id')
  return rows.map(({ id }) => id)
}

/** Of some lists, those of one space. */
export async function listsWithin(spaceId: string, ids: string[]): Promise<string[]> {
  const rows = await tenancy
    .trx()
    .from('ged.access_lists')
    .where({ tenant_id: tenancy.tenantId(), space_id: spaceId })
    .whereIn('id', ids)
    .select('id')
  return rows.map(({ id }) => id)
}
