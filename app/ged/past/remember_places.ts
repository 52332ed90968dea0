import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

/** Keeps how some nodes stand, before they are moved, renamed, thrown away or put back. */
export async function rememberPlaces(ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tenancy.trx().rawQuery(
    `insert into ged.past_places (tenant_id, id, node_id, parent_id, name, was_discarded, until)
     select nodes.tenant_id, new.id, nodes.id, parent_id, name, deleted_at is not null, ?::timestamptz
     from ged.nodes join unnest(?::uuid[], ?::uuid[]) as new(node_id, id) on new.node_id = nodes.id
     where nodes.tenant_id = ?`,
    [clock.now().toISO(), ids, ids.map(() => uuidv7()), tenancy.tenantId()] as never
  )
}
