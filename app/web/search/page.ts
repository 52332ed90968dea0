import { askedTsquery, holdsPhrase, type Asked } from '#lib/french/search/asked'
import { intactPieces, wrongLetters } from '#lib/french/search/nearest'
import { tsqueryOf } from '#lib/french/search/query'
import { inOneExchange } from '#lib/one_exchange'
import { tenancy } from '#kernel/tenancy'
import { inHex, shelfOf } from './entries.js'
import {
  narrowedSource,
  type OwnScope,
  rankedSource,
  sourceAmong,
  type Source,
} from './page_sources.js'
import { openPages } from './texts/kept_pages.js'

/** Things whose texts are read for a phrase, the best first. */
const MOST_READ = 300

/** How a room tells the things that are found. */
export interface Telling<Told> {
  /** A function of its schema that takes identifiers and gives a row of each, its `id` among it. */
  sql: string
  /** What of one is written outside its texts, where a phrase may stand too. */
  saidOf: (told: Told) => string[]
}

/** A thing that answers: how well, what is told of it, and the pages of its texts. */
export interface Answer<Told> {
  /** To compare with those of the same search. */
  score: number
  told: Told
  pages: string[]
}

/** A term that nothing answers to, and the words that it may stand for. */
export interface Missed {
  term: string
  words: string[]
}

export interface Page<Told> {
  /** How many answer, counted up to `MOST_COUNTED`. */
  total: number
  /** Those that answer best, best first. */
  best: Answer<Told>[]
  /** When nothing answers: the terms that are why. */
  missed: Missed[]
  /** Of the words that were meant by others (`asked.meant`), those that nothing answers to. */
  dead: string[]
}

const NOTHING: Page<never> = { total: 0, best: [], missed: [], dead: [] }

interface Wanted<Told> {
  limit: number
  telling: Telling<Told>
  /** A condition on `entry.thing_id` that keeps some of those that answer. */
  only?: Source | null
  /** A few things, outside which nothing answers. */
  among?: string[]
  /** What answers when no word is looked for. */
  otherwise?: Source
}

/**
 * The page of what answers to a search with its signs in the tenant in context, told whole, in one
 * exchange with the base: rights, count, what is shown, and what a misspelt word may stand for.
 */
export async function pageFor<Told extends { id: string }>(
  scope: OwnScope,
  asked: Asked,
  { limit, telling, only = null, among, otherwise }: Wanted<Told>
): Promise<Page<Told>> {
  if (scope.permissions.length === 0) return NOTHING
  const wanted = wantsTexts(asked) ? MOST_READ : limit
  const tsquery = askedTsquery(asked, shelfOf(tenancy.tenantId()))
  const from =
    asked.terms.length === 0
      ? otherwise
      : among
        ? sourceAmong(scope, tsquery, { among, wanted, only })
        : only
          ? narrowedSource(scope, tsquery, wanted, only)
          : rankedSource(scope, tsquery, wanted)
  if (!from) return NOTHING
  const { sql, bindings } = questionOf(scope, asked, from, telling.sql)
  const trx = tenancy.trx()
  const [[row]] = await inOneExchange(trx, [trx.rawQuery(sql, bindings as never)])
  const { total, missed, dead } = row as Page<Told>
  const best = await readAnswers<Told>(row)
  if (!wantsTexts(asked)) return { total, best, missed, dead }
  const right = best.filter(({ told, pages }) =>
    isRight([...telling.saidOf(told), ...pages], asked)
  )
  return { total: right.length, best: right.slice(0, limit), missed, dead }
}

/** What was typed travels in hexadecimal: an exchange of one message takes plain values only. */
function questionOf({ kind, permissions }: OwnScope, asked: Asked, from: Source, telling: string) {
  const shelf = shelfOf(tenancy.tenantId())
  const said = {
    terms: asked.terms.map((term) => termAsked(term, shelf)),
    meant: Object.values(asked.meant ?? {})
      .flat()
      .map((word) => ({ word, query: tsqueryOf([word], shelf, true) })),
  }
  const sql = `
    select found.total, found.best, shown.* from (
      select coalesce(max(total), 0) as total, coalesce(array_agg(id), '{}') as ids,
        coalesce(json_agg(json_build_object('id', id, 'score', score)), '[]') as best
      from (${from.sql}) as page) as found
    cross join lateral kernel.search_shown(?, ?::text[], found.ids,
      convert_from(decode(?, 'hex'), 'UTF8')::jsonb, ?::regproc) as shown`
  const bindings = [...from.bindings, kind, permissions, inHex(JSON.stringify(said)), telling]
  return { sql, bindings }
}

/**
 * A term as `kernel.search_near` asks for it: whole first, which costs a tenth, then by its beginning;
 * then the words that it may stand for, which hold a piece of it.
 */
export function termAsked(term: string, shelf: string) {
  const reach = wrongLetters(term)
  return {
    ...{ term, reach, whole: tsqueryOf([term], shelf, true), query: tsqueryOf([term], shelf) },
    ...(reach > 0 && { near: intactPieces(term, 1), far: intactPieces(term, reach) }),
  }
}

interface Row<Told> {
  best: { id: string; score: number }[]
  told: Told[]
  texts: { id: string; sha256: string; pages: string }[]
}

async function readAnswers<Told extends { id: string }>(row: Row<Told>): Promise<Answer<Told>[]> {
  const pages = new Map<string, string[]>()
  for (const { id, sha256, pages: sealed } of row.texts) {
    const opened = await openPages(sha256, Buffer.from(sealed, 'base64'))
    pages.set(id, [...(pages.get(id) ?? []), ...opened])
  }
  const toldOf = new Map(row.told.map((told) => [told.id, told]))
  return row.best.flatMap(({ id, score }) => {
    const told = toldOf.get(id)
    return told ? [{ score, told, pages: pages.get(id) ?? [] }] : []
  })
}

const wantsTexts = ({ phrases, excluded }: Asked) =>
  phrases.length > 0 || excluded.some((words) => words.length > 1)

const isRight = (texts: string[], { phrases, excluded }: Asked) =>
  phrases.every((phrase) => texts.some((text) => holdsPhrase(text, phrase))) &&
  !excluded.some((words) => words.length > 1 && texts.some((text) => holdsPhrase(text, words)))
