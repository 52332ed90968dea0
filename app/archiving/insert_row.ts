import { tenancy } from '#kernel/tenancy'

/** Writes one row of a table of this room, in the transaction in context; the row names its tenant. */
export function insert(table: string, row: object) {
  return tenancy.trx().insertQuery().table(`archiving.${table}`).insert(row)
}
