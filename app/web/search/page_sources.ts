import { tenancy } from '#kernel/tenancy'
import { inHex, rankedOf, thingsOf, type Scope } from './entries.js'

/** More are not counted: nobody reads them one after the other. */
export const MOST_COUNTED = 10_000

/** Rows of (id, score, total), best first, as SQL. */
export interface Source {
  sql: string
  bindings: unknown[]
}

/** What answers best, by the words of its entry. */
export function rankedSource(scope: Scope, tsquery: string, wanted: number): Source {
  const { sql, bindings } = rankedOf(scope, tsquery, wanted, MOST_COUNTED)
  return { sql: `select * from ${sql}`, bindings }
}

/** The same, of those that a condition on `entry.thing_id` keeps. */
export function narrowedSource(
  scope: Scope,
  tsquery: string,
  wanted: number,
  only: Source
): Source {
  const things = thingsOf(scope, tsquery, null)
  const sql = `
    select entry.thing_id as id, ts_rank(held.words, ?::tsquery)::float8 as score,
      count(*) over ()::int as total
    from ${things.sql} as entry(thing_id)
      join kernel.search_entries as held on held.tenant_id = ? and held.kind = ?
        and held.thing_id = entry.thing_id
    where ${only.sql} order by score desc, id desc limit ?`
  const before = [tsquery, ...things.bindings, tenancy.tenantId(), scope.kind]
  return { sql, bindings: [...before, ...only.bindings, wanted] }
}

/** The same among a few things that are named, each read by its key: however many others answer. */
export function sourceAmong(
  { kind, permissions }: Scope & { permissions: string[] },
  tsquery: string,
  { among, wanted, only }: { among: string[]; wanted: number; only: Source | null }
): Source {
  const sql = `
    select entry.thing_id as id, ts_rank(entry.words, asked.query)::float8 as score,
      count(*) over ()::int as total
    from (select convert_from(decode(?, 'hex'), 'UTF8')::tsquery as query) as asked
      join kernel.search_entries as entry on entry.tenant_id = ? and entry.kind = ?
        and entry.thing_id = any(?::uuid[]) and entry.permission = any(?::text[])
        and entry.words @@ asked.query
    ${only ? `where ${only.sql}` : ''} order by score desc, id desc limit ?`
  const before = [inHex(tsquery), tenancy.tenantId(), kind, among, permissions]
  return { sql, bindings: [...before, ...(only?.bindings ?? []), wanted] }
}
