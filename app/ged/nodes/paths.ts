import { tenancy } from '#kernel/tenancy'

/** A step on the way to something, from the root of its space. */
export interface Step {
  id: string
  name: string
}

/** The folders above each of some nodes, the outermost first, with the node itself at the end. */
export async function waysTo(ids: string[]): Promise<Map<string, Step[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await waysQuery(ids)
  return waysIn(ids, rows)
}

/** The question of `waysTo`, to be asked with others; `waysIn` reads its rows. */
export const waysQuery = (ids: string[]) =>
  tenancy.trx().rawQuery(
    `with recursive way(of, id, parent_id, name, depth) as (
       select id, id, parent_id, name, 0 from ged.nodes where tenant_id = :tenant and id = any(:ids::uuid[])
       union all select way.of, above.id, above.parent_id, above.name, depth + 1
         from way join ged.nodes as above on above.tenant_id = :tenant and above.id = way.parent_id)
     select of, id, name from way order by of, depth desc`,
    { tenant: tenancy.tenantId(), ids } as never
  )

export function waysIn(
  ids: string[],
  rows: { of: string; id: string; name: string }[]
): Map<string, Step[]> {
  const ways = new Map<string, Step[]>(ids.map((id) => [id, []]))
  for (const { of, id, name } of rows) ways.get(of)!.push({ id, name })
  return ways
}

/** « Voirie/2026/Arrêté 117.pdf » */
export const pathOf = (way: Step[]): string => way.map(({ name }) => name).join('/')

/** A node and all that stands below it, in no order; `onlyAlive` leaves out what is in the trash. */
export async function subtreeOf(id: string, { onlyAlive = false } = {}): Promise<string[]> {
  const { rows } = await tenancy.trx().rawQuery(
    `with recursive below(id) as (
       select id from ged.nodes where tenant_id = :tenant and id = :id
       union all select child.id from below join ged.nodes as child
         on child.tenant_id = :tenant and child.parent_id = below.id
         ${onlyAlive ? 'and child.deleted_at is null' : ''})
     select id from below`,
    { tenant: tenancy.tenantId(), id } as never
  )
  return rows.map(({ id: found }: { id: string }) => found)
}
