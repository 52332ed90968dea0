import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

/** Writes one plain row of the tenant in context and returns its identifier. */
export async function put(table: string, row: Record<string, unknown>): Promise<string> {
  const id = uuidv7()
  const shaped = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      isPlainJson(value) ? JSON.stringify(value) : value,
    ])
  )
  await tenancy
    .trx()
    .insertQuery()
    .table(table)
    .insert({ tenant_id: tenancy.tenantId(), id, ...shaped })
  return id
}

const isPlainJson = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !Buffer.isBuffer(value) &&
  !(value instanceof Date) &&
  !Array.isArray(value)
