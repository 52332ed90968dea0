import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { nearestTo, wrongLetters } from '#lib/french/search/nearest'
import { termsOf, tsqueryOf } from '#lib/french/search/query'
import { allRooms } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'

/** Where words are looked for: the kind of things, and as whom. */
export interface Scope {
  kind: string
  /** Among what everybody may find; otherwise among what `allows` lets one find. */
  isPublic?: boolean
  allows?: (permission: string) => boolean
}

/** Words of a tenant among which a misspelt one is looked for. */
const MOST_VOCABULARY = 50_000

/**
 * Keeps the rows of a query of models whose entry holds every word of `typed`, misspelt ones
 * righted when nothing else answers. Nothing typed keeps all rows; signs alone keep none.
 */
export async function narrowByWords<M extends LucidModel>(
  query: ModelQueryBuilderContract<M, any>,
  scope: Scope,
  typed: string
): Promise<void> {
  if (!typed.trim()) return
  const { sql, bindings } = await wordsCondition(scope, `${query.model.table}.id`, typed)
  query.whereRaw(sql, bindings as any)
}

/** The condition, on the column `id`, of a row whose entry holds every word of `typed`. */
export async function wordsCondition(
  scope: Scope,
  id: string,
  typed: string
): Promise<{ sql: string; bindings: unknown[] }> {
  const matched = await match(scope, typed)
  if (!matched) return { sql: 'false', bindings: [] }
  const { sql, bindings } = entriesOf(scope)
  return {
    sql: `${id} in (select thing_id ${sql} and ${column(scope)} @@ ?::tsquery)`,
    bindings: [...bindings, matched.tsquery],
  }
}

/** The things that answer best, best first, with the words they were found by. */
export async function findByWords(
  scope: Scope,
  typed: string,
  limit: number
): Promise<{ ids: string[]; terms: string[] }> {
  const matched = await match(scope, typed)
  if (!matched) return { ids: [], terms: [] }
  const { sql, bindings } = entriesOf(scope)
  const { rows } = await tenancy.trx().rawQuery(
    `select thing_id as id ${sql} and ${column(scope)} @@ ?::tsquery
     order by ts_rank(${column(scope)}, ?::tsquery) desc, thing_id desc limit ?`,
    [...bindings, matched.tsquery, matched.tsquery, limit] as any
  )
  return { ids: rows.map(({ id }: { id: string }) => id), terms: matched.terms }
}

const column = ({ isPublic }: Scope) => (isPublic ? 'public_words' : 'words')

/** The entries that one may find: her rights are part of the query, never a filter after it. */
function entriesOf({ kind, isPublic, allows }: Scope) {
  const sql = 'from kernel.search_entries where tenant_id = ? and kind = ?'
  const bindings: unknown[] = [tenancy.tenantId(), kind]
  if (isPublic) return { sql: `${sql} and public_words is not null`, bindings }
  if (!allows) return { sql, bindings }
  return { sql: `${sql} and permission = any(?)`, bindings: [...bindings, permissionsOf(allows)] }
}

function permissionsOf(allows: (permission: string) => boolean): string[] {
  const all = allRooms().flatMap(({ permissions }) => Object.keys(permissions))
  return all.filter((permission) => allows(permission))
}

/** The terms as they are looked for; null when nothing can answer. */
async function match(scope: Scope, typed: string) {
  const terms = termsOf(typed)
  if (terms.length === 0) return null
  const tsquery = tsqueryOf(terms)
  if (await answersTo(scope, tsquery)) return { tsquery, terms }
  const ways = await rightedWays(scope, terms)
  if (!ways) return null
  const righted = ways.map((way) => `(${way.map((term) => tsqueryOf([term])).join(' | ')})`)
  return { tsquery: righted.join(' & '), terms: ways.flat() }
}

async function answersTo(scope: Scope, tsquery: string): Promise<boolean> {
  const { sql, bindings } = entriesOf(scope)
  const { rowCount } = await tenancy
    .trx()
    .rawQuery(`select 1 ${sql} and ${column(scope)} @@ ?::tsquery limit 1`, [
      ...bindings,
      tsquery,
    ] as any)
  return rowCount > 0
}

/** For each term, the words that it may have meant; null when one has none. */
async function rightedWays(scope: Scope, terms: string[]): Promise<string[][] | null> {
  const ways: string[][] = []
  for (const term of terms) {
    if (await answersTo(scope, tsqueryOf([term]))) ways.push([term])
    else ways.push(nearestTo(term, await vocabulary(scope, term)))
  }
  return ways.every((way) => way.length > 0) ? ways : null
}

async function vocabulary(scope: Scope, term: string): Promise<string[]> {
  const reach = wrongLetters(term)
  if (reach === 0) return []
  const { sql, bindings } = entriesOf(scope)
  const { rows } = await tenancy.trx().rawQuery(
    `select distinct lexeme from (select ${column(scope)} as held ${sql}) as entries,
       unnest(held) where length(lexeme) between ? and ? limit ?`,
    [...bindings, term.length - reach, term.length + reach, MOST_VOCABULARY] as any
  )
  return rows.map(({ lexeme }: { lexeme: string }) => lexeme)
}

/** The rows in the order of their identifiers; those that are no longer there are left out. */
export function inOrder<T extends { id: string }>(ids: string[], rows: T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
