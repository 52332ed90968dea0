import { askedTsquery, lookedFor } from '#lib/french/search/asked'
import { nearestTo, wrongLetters } from '#lib/french/search/nearest'
import { termsOf, tsqueryOf } from '#lib/french/search/query'
import { numbersApart } from '#lib/french/search/references'
import { respaced, wholeTsquery } from '#lib/french/search/respaced'
import { otherNamesIn, USUAL_SYNONYMS } from '#lib/french/search/synonyms'
import { tenancy } from '#kernel/tenancy'
import { answersTo, shelfOf, vocabularyOf, type Scope } from './entries.js'

/** Entries whose words are looked through for a misspelt one, the last made first. */
const MOST_ENTRIES = 5_000
/** Those that are asked before: they hold the words of the season. */
const NEWEST_ENTRIES = 400

export interface Match {
  tsquery: string
  /** The words that it is found by, as they are to be marked. */
  terms: string[]
}

/** What is looked for, letter for letter, a usual acronym by its name too; null when nothing can be. */
export function asTyped(typed: string): (Match & { typed: string[] }) | null {
  const terms = termsOf(typed)
  if (terms.length === 0) return null
  const asked = {
    ...{ terms, names: [...otherNamesIn(terms, USUAL_SYNONYMS), ...numbersApart(typed)] },
    ...{ phrases: [], excluded: [], isTooCommon: false },
  }
  const tsquery = askedTsquery(asked, shelfOf(tenancy.tenantId()))
  return { tsquery, terms: lookedFor(asked), typed: terms }
}

/** The same as it is written somewhere, misspelt words righted; null when nothing can answer. */
export async function matched(scope: Scope, typed: string): Promise<Match | null> {
  const asked = asTyped(typed)
  if (!asked || (await answersTo(scope, asked.tsquery))) return asked
  return rightedOf(scope, asked.typed)
}

/** Some terms that nothing answers to, righted: the nearest words, or a space more or less. */
export async function rightedOf(scope: Scope, terms: string[]): Promise<Match | null> {
  const shelf = shelfOf(tenancy.tenantId())
  const ways: string[][] = []
  for (const [at, term] of terms.entries()) {
    // A word alone has just been asked
    const isThere = terms.length > 1 && (await answersTo(scope, tsqueryOf([term], shelf)))
    const way = isThere ? [term] : await nearWords(scope, term)
    if (way.length === 0) return withOtherSpaces(scope, respaced(terms, at))
    ways.push(way)
  }
  const righted = ways.map((way) => `(${way.map((term) => tsqueryOf([term], shelf)).join(' | ')})`)
  return { tsquery: righted.join(' & '), terms: ways.flat() }
}

/** The first of several ways to space a search that something answers to. */
async function withOtherSpaces(scope: Scope, ways: string[][]): Promise<Match | null> {
  const shelf = shelfOf(tenancy.tenantId())
  const matches = ways.map((terms) => ({ terms, tsquery: wholeTsquery(terms, shelf) }))
  const any = matches.map(({ tsquery }) => `(${tsquery})`).join(' | ')
  if (!any || !(await answersTo(scope, any))) return null
  for (const match of matches) if (await answersTo(scope, match.tsquery)) return match
  return null
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
