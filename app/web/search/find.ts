import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { nearestTo, wrongLetters } from '#lib/french/search/nearest'
import { termsOf, tsqueryOf } from '#lib/french/search/query'
import { tenancy } from '#kernel/tenancy'
import { answersTo, bestOf, shelfOf, thingsOf, vocabularyOf, type Scope } from './entries.js'

/** Things among which the best are looked for, the last made first: a word may be in all of them. */
const MOST_RANKED = 2_000
/** Entries whose words are looked through for a misspelt one, the last made first. */
const MOST_ENTRIES = 5_000
/** Those that are asked before: they hold the words of the season. */
const NEWEST_ENTRIES = 400

/**
 * Keeps the rows of a query of models whose entry holds every word of `typed`, misspelt ones
 * righted when nothing else answers. Nothing typed keeps all rows; signs alone keep none. Gives the
 * words that they are found by.
 */
export async function narrowByWords<M extends LucidModel>(
  query: ModelQueryBuilderContract<M, any>,
  scope: Scope,
  typed: string
): Promise<string[]> {
  if (!typed.trim()) return []
  const { sql, bindings, terms } = await wordsCondition(scope, `${query.model.table}.id`, typed)
  query.whereRaw(sql, bindings as any)
  return terms
}

/** The condition, on the column `id`, of a row whose entry holds every word of `typed`. */
export async function wordsCondition(
  scope: Scope,
  id: string,
  typed: string
): Promise<{ sql: string; bindings: unknown[]; terms: string[] }> {
  const matched = await match(scope, typed)
  if (!matched) return { sql: 'false', bindings: [], terms: [] }
  const { sql, bindings } = thingsOf(scope, matched.tsquery, null)
  return { sql: `${id} in (select * from ${sql})`, bindings, terms: matched.terms }
}

/** The things that answer best, best first, with the words they were found by. */
export async function findByWords(
  scope: Scope,
  typed: string,
  limit: number
): Promise<{ ids: string[]; terms: string[] }> {
  const asked = asTyped(typed)
  if (!asked) return { ids: [], terms: [] }
  const ids = await best(scope, asked.tsquery, limit)
  if (ids.length > 0) return { ids, terms: asked.terms }
  const righted = await rightedOf(scope, asked.terms)
  if (!righted) return { ids: [], terms: [] }
  return { ids: await best(scope, righted.tsquery, limit), terms: righted.terms }
}

async function best(scope: Scope, tsquery: string, limit: number): Promise<string[]> {
  const { sql, bindings } = bestOf(scope, tsquery, MOST_RANKED, limit)
  const { rows } = await tenancy.trx().rawQuery(`select id from ${sql} as id`, bindings as any)
  return rows.map(({ id }: { id: string }) => id)
}

interface Asked {
  tsquery: string
  terms: string[]
}

/** What is looked for, letter for letter; null when nothing typed can be. */
function asTyped(typed: string): Asked | null {
  const terms = termsOf(typed)
  return terms.length ? { terms, tsquery: tsqueryOf(terms, shelfOf(tenancy.tenantId())) } : null
}

/** The same as it is written somewhere, misspelt words righted; null when nothing can answer. */
async function match(scope: Scope, typed: string): Promise<Asked | null> {
  const asked = asTyped(typed)
  if (!asked || (await answersTo(scope, asked.tsquery))) return asked
  return rightedOf(scope, asked.terms)
}

async function rightedOf(scope: Scope, terms: string[]): Promise<Asked | null> {
  const shelf = shelfOf(tenancy.tenantId())
  const ways = await rightedWays(scope, terms, shelf)
  if (!ways) return null
  const righted = ways.map((way) => `(${way.map((term) => tsqueryOf([term], shelf)).join(' | ')})`)
  return { tsquery: righted.join(' & '), terms: ways.flat() }
}

/** For each term, the words that it may have meant; null when one has none. */
async function rightedWays(
  scope: Scope,
  terms: string[],
  shelf: string
): Promise<string[][] | null> {
  const ways: string[][] = []
  for (const term of terms) {
    // A word alone has just been asked
    const isThere = terms.length > 1 && (await answersTo(scope, tsqueryOf([term], shelf)))
    const way = isThere ? [term] : await nearWords(scope, term)
    if (way.length === 0) return null
    ways.push(way)
  }
  return ways
}

/**
 * The words that a misspelt one stands for. One letter away among the newest entries is near enough;
 * otherwise as many are read as one may wait for.
 */
async function nearWords(scope: Scope, term: string): Promise<string[]> {
  const reach = wrongLetters(term)
  if (reach === 0) return []
  const newest = nearestTo(term, await vocabularyOf(scope, term, reach, NEWEST_ENTRIES), 1)
  if (newest.length > 0) return newest
  return nearestTo(term, await vocabularyOf(scope, term, reach, MOST_ENTRIES))
}

/** The rows in the order of their identifiers; those that are no longer there are left out. */
export function inOrder<T extends { id: string }>(ids: string[], rows: T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
