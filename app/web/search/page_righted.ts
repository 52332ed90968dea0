import { typedAs, type Asked } from '#lib/french/search/asked'
import { nearestTo, wrongLetters } from '#lib/french/search/nearest'
import { inOneExchange } from '#lib/one_exchange'
import { tenancy } from '#kernel/tenancy'
import { inHex, shelfOf } from './entries.js'
import { termAsked, type Missed, type Page } from './page.js'
import type { OwnScope } from './page_sources.js'

/** A word that was written instead of another, both as they are read. */
export interface Correction {
  from: string
  to: string
}

export interface Righted<Told> {
  page: Page<Told>
  asked: Asked
  corrected: Correction[]
}

/** Words that are known already, or all that one may read; then those that are gone once more. */
const MOST_TRIES = 4

/**
 * The same search with each word that nothing holds (`missed`) righted by the nearest ones that one
 * may read, and what was changed; null when no word is misspelt, or one is like no other. A word
 * outlives in the vocabulary what held it: one that nothing answers to rights nothing.
 */
export async function pageRighted<Told>(
  scope: OwnScope,
  { asked, typed, missed }: { asked: Asked; typed: string; missed: Missed[] },
  pageOf: (asked: Asked) => Promise<Page<Told>>
): Promise<Righted<Told> | null> {
  if (missed.length === 0 || missed.some(({ term }) => wrongLetters(term) === 0)) return null
  const dead = new Set<string>()
  let [known, isWide] = [missed, false]
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const meant = meantBy(known, dead, isWide)
    if (Object.values(meant).some((words) => words.length === 0)) {
      if (isWide) return null
      ;[known, isWide] = [await everyNear(scope, known), true]
      continue
    }
    const again = { ...asked, meant }
    const page = await pageOf(again)
    for (const word of page.dead) dead.add(word)
    const alive = Object.entries(meant).map(
      ([term, words]) => [term, words.filter((word) => !dead.has(word))] as const
    )
    if (alive.some(([, words]) => words.length === 0)) continue
    const corrected = alive.flatMap(([term, words]) =>
      words.map((to) => ({ from: typedAs(typed, term), to }))
    )
    const held = { ...again, meant: Object.fromEntries(alive) }
    return page.total > 0 ? { page, asked: held, corrected } : null
  }
  return null
}

/** One letter away is near enough among the words of the same first letter. */
const meantBy = (known: Missed[], dead: Set<string>, isWide: boolean): Record<string, string[]> =>
  Object.fromEntries(
    known.map(({ term, words }) => {
      const alive = words.filter((word) => !dead.has(word))
      return [term, nearestTo(term, alive, isWide ? wrongLetters(term) : 1)]
    })
  )

async function everyNear({ kind, permissions }: OwnScope, missed: Missed[]): Promise<Missed[]> {
  const shelf = shelfOf(tenancy.tenantId())
  const terms = missed.map(({ term }) => termAsked(term, shelf))
  const sql = `select * from kernel.search_near(?, ?::text[],
    convert_from(decode(?, 'hex'), 'UTF8')::jsonb, true)`
  const trx = tenancy.trx()
  const question = trx.rawQuery(sql, [kind, permissions, inHex(JSON.stringify(terms))] as never)
  const [rows] = await inOneExchange(trx, [question])
  return rows as Missed[]
}
