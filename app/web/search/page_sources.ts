import { tenancy } from '#kernel/tenancy'
import { inHex, MOST_RANKED, type Scope } from './entries.js'

/** More are not counted: nobody reads them one after the other. */
export const MOST_COUNTED = 10_000

/** Rows of (id, score, total), best first, as SQL. */
export interface Source {
  sql: string
  bindings: unknown[]
}

/** Rights of their own are part of the question. */
export type OwnScope = Scope & { permissions: string[] }

/** A text in hexadecimal: an exchange of one message takes plain values only. */
const TEXT = `convert_from(decode(?, 'hex'), 'UTF8')`

/** The query whose open words stand for those that are kept. */
const OPENED = `kernel.search_opened(?, ?::text[], ${TEXT})`
const opened = ({ kind, permissions }: OwnScope, tsquery: string) => [
  ...[kind, permissions],
  inHex(tsquery),
]

/** What answers best, by the words of its entry; all its values are plain (`inOneExchange`). */
export function rankedSource(scope: OwnScope, tsquery: string, wanted: number): Source {
  const sql = `select * from kernel.search_ranked_opened(?, ?::text[], ${TEXT}::tsquery, ${OPENED},
    ${MOST_RANKED}, ?::integer, ${MOST_COUNTED})`
  return { sql, bindings: [...opened(scope, tsquery), ...opened(scope, tsquery), wanted] }
}

/** The same, of those that a condition on `entry.thing_id` keeps. */
export function narrowedSource(
  scope: OwnScope,
  tsquery: string,
  wanted: number,
  only: Source
): Source {
  const sql = `
    select entry.thing_id as id, ts_rank(held.words, ?::tsquery)::float8 as score,
      count(*) over ()::int as total
    from kernel.search_things(?, false, ?::text[], ${OPENED}, null) as entry(thing_id)
      join kernel.search_entries as held on held.tenant_id = ? and held.kind = ?
        and held.thing_id = entry.thing_id
    where ${only.sql} order by score desc, id desc limit ?`
  const asked = [scope.kind, scope.permissions, ...opened(scope, tsquery)]
  const before = [tsquery, ...asked, tenancy.tenantId(), scope.kind]
  return { sql, bindings: [...before, ...only.bindings, wanted] }
}

/** The same among a few things that are named, each read by its key: however many others answer. */
export function sourceAmong(
  { kind, permissions }: OwnScope,
  tsquery: string,
  { among, wanted, only }: { among: string[]; wanted: number; only: Source | null }
): Source {
  const sql = `
    select entry.thing_id as id, ts_rank(entry.words, asked.query)::float8 as score,
      count(*) over ()::int as total
    from (select ${TEXT}::tsquery as query) as asked
      join kernel.search_entries as entry on entry.tenant_id = ? and entry.kind = ?
        and entry.thing_id = any(?::uuid[]) and entry.permission = any(?::text[])
        and entry.words @@ asked.query
    ${only ? `where ${only.sql}` : ''} order by score desc, id desc limit ?`
  const before = [inHex(tsquery), tenancy.tenantId(), kind, among, permissions]
  return { sql, bindings: [...before, ...(only?.bindings ?? []), wanted] }
}
