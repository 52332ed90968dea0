import { tenancy } from '#kernel/tenancy'
import type { Place } from '../nodes/node.js'

/** The root of a space, where its first folders and documents stand. */
export async function rootOf(spaceId: string): Promise<Place> {
  const list = await tenancy
    .trx()
    .from('ged.access_lists')
    .where({ tenant_id: tenancy.tenantId(), space_id: spaceId })
    .whereNull('node_id')
    .firstOrFail()
  return { spaceId, parentId: null, accessId: list.id }
}
