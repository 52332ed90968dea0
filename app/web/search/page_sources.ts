import { tenancy } from '#kernel/tenancy'
import { rankedOf, thingsOf, type Scope } from './entries.js'

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
