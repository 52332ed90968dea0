import { tenancy } from '#kernel/tenancy'

/** PostgreSQL takes 65,535 values in one statement. */
const ROWS_AT_ONCE = 1_000

/** Writes rows of a table of this room, in the transaction in context; each names its tenant. */
export async function insertRows(table: string, rows: object[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tenancy
      .trx()
      .insertQuery()
      .table(`archiving.${table}`)
      .multiInsert(rows.slice(at, at + ROWS_AT_ONCE))
  }
}
