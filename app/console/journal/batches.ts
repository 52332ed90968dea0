import { tenancy } from '#kernel/tenancy'

/** The rows of a table of the tenant in context in the order of a number, a batch in memory at a time. */
export async function* inOrder<Row>(
  table: string,
  number: keyof Row & string,
  batch: number
): AsyncGenerator<Row> {
  const trx = tenancy.trx()
  let last = 0
  for (;;) {
    const rows: Row[] = await trx
      .from(table)
      .where('tenant_id', tenancy.tenantId())
      .where(number, '>', last)
      .orderBy(number)
      .limit(batch)
    yield* rows
    if (rows.length < batch) return
    last = Number(rows.at(-1)![number])
  }
}
