import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { master } from '#tests/helpers/master'
import { tenantTables } from '#tests/architecture/support/catalogue'

/** The tables are those of the migrations: no test adds one that stays. */
let known: Promise<string[]> | undefined
const tables = (client: QueryClientContract) => (known ??= tenantTables(client))

const digestIn = (table: string) =>
  `select '${table}' as name, count(*) || ' ' || coalesce(md5(string_agg(one::text, '|' order by one::text)), '') as digest
   from ${table} one where tenant_id = :tenant`

/** A digest of all that a tenant has, table by table, as who holds the server sees it; in one question. */
export async function digestOf(tenant: string): Promise<Record<string, string>> {
  const question = (await tables(master())).map(digestIn).join(' union all ')
  const { rows } = await master().rawQuery(question, { tenant })
  return Object.fromEntries(
    rows.map(({ name, digest }: { name: string; digest: string }) => [name, digest])
  )
}

/** Puts rows of a tenant where the small world has none, so that no table is judged empty. */
export async function tablesWithRows(tenantId: string): Promise<string[]> {
  const digests = await digestOf(tenantId)
  return Object.keys(digests).filter((table) => !digests[table].startsWith('0 '))
}
