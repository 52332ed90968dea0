import type pg from 'pg'
import { tell } from './lots.js'

/**
 * Does some work while a few tables have no index but their keys, then makes each of those again as
 * it was said: one pass over all rows, where each row would go to a place of its own.
 */
export async function withoutIndexes(
  client: pg.Client,
  tables: string[],
  work: () => Promise<void>
): Promise<void> {
  const { rows } = await client.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as said from pg_index
     where indrelid = any($1::regclass[])
       and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables]
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await work()
  await client.query(`set maintenance_work_mem = '512MB'`)
  const from = performance.now()
  for (const { name, said } of rows) {
    await client.query(said)
    tell(name, from)
  }
}
