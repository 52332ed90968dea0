import { referringColumns } from '#kernel/documents/references'
import { tenancy } from '#kernel/tenancy'

/** A document whose bytes are not what was kept; `sha256` is null where nothing is left of its row. */
export interface Fault {
  sha256: string | null
  room: string
  name: string
}

const MOST = 1000

/**
 * What a room of the tenant in context refers to though no document of that name is left: a base
 * that was restored in parts. The key of the document is all that is known of it.
 */
export async function referredToInVain(): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const { room, table, column, isList } of await referringColumns()) {
    if (isList) continue
    const { rows } = await tenancy.trx().rawQuery(
      `select distinct "${column}" as id from ${table} as referring
       where tenant_id = :tenant and "${column}" is not null and not exists (
         select from kernel.documents where tenant_id = :tenant and id = referring."${column}")
       order by 1 limit :most`,
      { tenant: tenancy.tenantId(), most: MOST } as never
    )
    faults.push(...rows.map(({ id }: { id: string }) => ({ sha256: null, room, name: id })))
  }
  return faults
}
