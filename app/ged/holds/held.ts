import { tenancy } from '#kernel/tenancy'
import { Held } from '../errors.js'
import Hold from './hold.js'

/** The nodes that are given and all the folders above them; nobody climbs where nothing is held. */
const ABOVE = `
  with recursive up(id, parent_id) as (
    select id, parent_id from ged.nodes where tenant_id = :tenant and id = any(:ids::uuid[])
      and exists (select from ged.holds where tenant_id = :tenant and lifted_at is null)
    union select above.id, above.parent_id from up
      join ged.nodes as above on above.tenant_id = :tenant and above.id = up.parent_id)`

/** What stands on some nodes or above them, the first placed first. */
export async function holdsOver(ids: string[]): Promise<Hold[]> {
  const { rows } = await tenancy.trx().rawQuery(
    `${ABOVE} select hold.id from up join ged.holds as hold
       on hold.tenant_id = :tenant and hold.node_id = up.id and hold.lifted_at is null`,
    { tenant: tenancy.tenantId(), ids } as never
  )
  if (rows.length === 0) return []
  return Hold.query()
    .whereIn(
      'id',
      rows.map(({ id }: { id: string }) => id)
    )
    .orderBy('id')
}

/** Stops whoever would change some nodes that are held, or throw them away. @throws E_GED_HELD */
export async function refuseHeld(ids: string[]): Promise<void> {
  const [hold] = await holdsOver(ids)
  if (!hold) return
  const { rows } = await tenancy
    .trx()
    .rawQuery('select name from ged.nodes where tenant_id = ? and id = ?', [
      tenancy.tenantId(),
      hold.nodeId,
    ])
  throw new Held(rows[0].name, hold.reason)
}

/** That a row of `ged.nodes` stands under a hold, as SQL. */
export const IS_HELD = `exists (
  with recursive up(id, parent_id) as (
    select nodes.id, nodes.parent_id
    union select above.id, above.parent_id from up
      join ged.nodes as above on above.tenant_id = nodes.tenant_id and above.id = up.parent_id)
  select from up join ged.holds as hold on hold.tenant_id = nodes.tenant_id
    and hold.node_id = up.id and hold.lifted_at is null)`
