import { askedTsquery, holdsPhrase, typedAs, type Asked } from '#lib/french/search/asked'
import { nearestTo, wrongLetters } from '#lib/french/search/nearest'
import { tsqueryOf } from '#lib/french/search/query'
import { tenancy } from '#kernel/tenancy'
import { answersTo, bestOf, shelfOf, thingsOf, type Scope } from './entries.js'
import { spellingOf } from './spelling.js'
import { pagesOf } from './texts/pages_of.js'

/** Things whose texts are read for a phrase, the best first. */
const MOST_READ = 300
const MOST_RANKED = 2_000

/** Rights of their own are part of the question. */
export type OwnScope = Scope & { permissions: string[] }

/** A thing that answers, and how well: a number to compare with those of the same search. */
export interface Answer {
  id: string
  score: number
}

export interface Answers {
  /** How many answer, of which the best are told. */
  total: number
  best: Answer[]
}

/** A word that was written instead of another, both as they are read. */
export interface Correction {
  from: string
  to: string
}

/** What a room knows of its things beyond their words. */
export interface Beyond {
  /** What of a thing is written outside its texts, where a phrase may stand too. */
  saidOf: (ids: string[]) => Promise<Map<string, string[]>>
  /** A condition on `entry.thing_id` that keeps some of those that answer. */
  only?: { sql: string; bindings: unknown[] } | null
}

/** The things that answer to a search with its signs, best first, in the tenant in context. */
export async function answersOf(
  scope: OwnScope,
  asked: Asked,
  limit: number,
  { saidOf, only = null }: Beyond
): Promise<Answers> {
  if (asked.terms.length === 0 || scope.permissions.length === 0) return { total: 0, best: [] }
  const tsquery = askedTsquery(asked, shelfOf(tenancy.tenantId()))
  if (!wantsTexts(asked)) {
    const best = await bestFirst(scope, tsquery, limit, only)
    const total = best.length < limit ? best.length : await count(scope, tsquery, only)
    return { total, best }
  }
  const likely = await bestFirst(scope, tsquery, MOST_READ, only)
  const ids = likely.map(({ id }) => id)
  const [pages, said] = [await pagesOf(scope.kind, ids), await saidOf(ids)]
  const right = likely.filter(({ id }) =>
    isRight([...(said.get(id) ?? []), ...(pages.get(id) ?? [])], asked)
  )
  return { total: right.length, best: right.slice(0, limit) }
}

const wantsTexts = ({ phrases, excluded }: Asked) =>
  phrases.length > 0 || excluded.some((words) => words.length > 1)

const isRight = (texts: string[], { phrases, excluded }: Asked) =>
  phrases.every((phrase) => texts.some((text) => holdsPhrase(text, phrase))) &&
  !excluded.some((words) => words.length > 1 && texts.some((text) => holdsPhrase(text, words)))

async function bestFirst(scope: Scope, tsquery: string, wanted: number, only: Beyond['only']) {
  const { sql, bindings } = only
    ? thingsOf(scope, tsquery, null)
    : bestOf(scope, tsquery, MOST_RANKED, wanted)
  const { rows } = await tenancy.trx().rawQuery(
    `select found.id, ts_rank(entry.words, ?::tsquery)::float8 as score
     from ${sql} with ordinality as found(id, rank)
       join kernel.search_entries as entry on entry.tenant_id = ? and entry.kind = ?
         and entry.thing_id = found.id
     ${only ? `where ${only.sql} order by score desc, found.id desc limit ?` : 'order by found.rank'}`,
    [
      ...[tsquery, ...bindings, tenancy.tenantId(), scope.kind],
      ...(only ? [...only.bindings, wanted] : []),
    ] as any
  )
  return rows as Answer[]
}

async function count(scope: Scope, tsquery: string, only: Beyond['only']): Promise<number> {
  const { sql, bindings } = thingsOf(scope, tsquery, null)
  const { rows } = await tenancy
    .trx()
    .rawQuery(
      `select count(*)::int as total from ${sql} as entry(thing_id) ${only ? `where ${only.sql}` : ''}`,
      [...bindings, ...(only?.bindings ?? [])] as any
    )
  return rows[0].total
}

/**
 * The same search with each word that nothing holds righted by the nearest ones that one may read,
 * and what was changed; null when no word is misspelt, or one is like no other.
 */
export async function righted(
  scope: OwnScope,
  asked: Asked,
  typed: string
): Promise<{ asked: Asked; corrected: Correction[] } | null> {
  const shelf = shelfOf(tenancy.tenantId())
  const corrected: Correction[] = []
  const meant: Record<string, string[]> = {}
  for (const term of asked.terms) {
    if (await answersTo(scope, tsqueryOf([term], shelf))) continue
    const near = await nearestThatAnswer(scope, term, shelf)
    if (near.length === 0) return null
    meant[term] = near
    const from = typedAs(typed, term)
    corrected.push(...near.map((to) => ({ from, to })))
  }
  return corrected.length > 0 ? { asked: { ...asked, meant }, corrected } : null
}

/** A word outlives in the vocabulary what held it: one that nothing answers to rights nothing. */
async function nearestThatAnswer(scope: OwnScope, term: string, shelf: string): Promise<string[]> {
  const reach = wrongLetters(term)
  if (reach === 0) return []
  const known = await spellingOf(scope.kind, scope.permissions, term, reach)
  for (let most = 1; most <= reach; most++) {
    const near: string[] = []
    for (const word of nearestTo(term, known, most)) {
      if (await answersTo(scope, tsqueryOf([word], shelf))) near.push(word)
    }
    if (near.length > 0) return near
  }
  return []
}
