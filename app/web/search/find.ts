import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { inOneExchange } from '#lib/one_exchange'
import { tenancy } from '#kernel/tenancy'
import { rankedOf, thingsOf, type Scope } from './entries.js'
import { asTyped, matched, rightedOf } from './righted.js'

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
  const match = await matched(scope, typed)
  if (!match) return { sql: 'false', bindings: [], terms: [] }
  const { sql, bindings } = thingsOf(scope, match.tsquery, null)
  return { sql: `${id} in (select * from ${sql})`, bindings, terms: match.terms }
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
  const righted = await rightedOf(scope, asked.typed)
  if (!righted) return { ids: [], terms: [] }
  return { ids: await best(scope, righted.tsquery, limit), terms: righted.terms }
}

async function best(scope: Scope, tsquery: string, limit: number): Promise<string[]> {
  const { sql, bindings } = rankedOf(scope, tsquery, limit)
  const question = tenancy.trx().rawQuery(`select id from ${sql}`, bindings as any)
  const [rows] = await inOneExchange(tenancy.trx(), [question])
  return rows.map(({ id }: { id: string }) => id)
}

/** The rows in the order of their identifiers; those that are no longer there are left out. */
export function inOrder<T extends { id: string }>(ids: string[], rows: T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
