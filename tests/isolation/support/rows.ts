import { master } from '#tests/helpers/master'
import { tenantTables } from '#tests/architecture/support/catalogue'

/** A digest of all that a tenant has, table by table, as who holds the server sees it. */
export async function digestOf(tenantId: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const table of await tenantTables(master())) {
    const { rows } = await master().rawQuery(
      `select count(*) || ' ' || coalesce(md5(string_agg(one::text, '|' order by one::text)), '') as digest
       from ${table} one where tenant_id = ?`,
      [tenantId]
    )
    digests[table] = rows[0].digest
  }
  return digests
}

/** Puts rows of a tenant where the small world has none, so that no table is judged empty. */
export async function tablesWithRows(tenantId: string): Promise<string[]> {
  const digests = await digestOf(tenantId)
  return Object.keys(digests).filter((table) => !digests[table].startsWith('0 '))
}
