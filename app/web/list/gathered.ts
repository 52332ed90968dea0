import { systemDb } from '#kernel/system'
import type { ListQuery } from './declaration.js'

type Type = 'uuid' | 'text' | 'timestamptz' | 'date' | 'int' | 'boolean'

const NAME = /^[a-z_]+$/

/**
 * Lines that were gathered behind several walls, each read in its own member's transaction, as what a
 * list of `scope: 'platform'` is made from: they are handed to the base as they are, to be filtered,
 * ordered and counted by the same SQL as any list. No table is read.
 *
 * @param as how the SQL of the list calls them
 */
export function gathered<Row extends object>(
  as: string,
  columns: { [Name in keyof Row]: Type },
  rows: Row[]
): ListQuery {
  const names = Object.keys(columns)
  if (![as, ...names].every((name) => NAME.test(name))) throw new Error('Names of ours only')
  const shape = Object.entries(columns).map(([name, type]) => `${name} ${type}`)
  const db = systemDb()
  const source = db.raw(`jsonb_to_recordset(?::jsonb) as ${as}(${shape.join(', ')})`, [
    JSON.stringify(rows),
  ])
  return db.from(source as never).select(...names.map((name) => `${as}.${name}`))
}
