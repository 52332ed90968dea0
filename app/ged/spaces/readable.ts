import { tenancy } from '#kernel/tenancy'
import type { Level } from '../rules/levels.js'
import Space from './space.js'

/** The spaces that one may open, each with what she may do at its root: in one query, however many there are. */
export async function readableSpaces(
  levels: Map<string, Level>,
  by: 'name' | 'slug' = 'name'
): Promise<{ space: Space; level: Level }[]> {
  const roots = await tenancy
    .trx()
    .from('ged.access_lists')
    .where('tenant_id', tenancy.tenantId())
    .whereNull('node_id')
    .whereIn('id', [...levels.keys()])
  const levelOf = new Map(roots.map(({ space_id: spaceId, id }) => [spaceId, levels.get(id)!]))
  const spaces = await Space.query()
    .whereIn('id', [...levelOf.keys()])
    .orderBy(by)
  return spaces.map((space) => ({ space, level: levelOf.get(space.id)! }))
}
