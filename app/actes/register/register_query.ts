import { tenancy } from '#kernel/tenancy'
import { narrowByWords } from '#web/search'
import { actesIndexed } from '../indexed.js'
import type Acte from '../models/acte.js'
import { publicActes } from '../models/public_actes.js'
import { ORDERS, type RegisterFilters } from './filters.js'

/** Where a page of the register begins: after that day and that identifier. */
export type RegisterCursor = [day: string, id: string]

type Query = ReturnType<typeof publicActes>

/**
 * Keeps of a query of public actes what the filters keep, and says the words that it was searched by.
 * A query is awaited when it is returned.
 */
async function narrow(query: Query, filters: RegisterFilters): Promise<string[]> {
  const { words, nature, year, from, to, matiere } = filters
  if (nature) query.where('natureCode', nature.code)
  if (year) query.whereBetween('decisionDate', [`${year}-01-01`, `${year}-12-31`])
  if (from) query.where('decisionDate', '>=', String(from))
  if (to) query.where('decisionDate', '<=', String(to))
  if (matiere)
    query.where((one) => one.where('matiere', `${matiere}`).orWhereLike('matiere', `${matiere}.%`))
  // What the page shows: a word of the objet that is kept back must find nothing.
  return narrowByWords(query, { kind: actesIndexed.kind, isPublic: true }, words)
}

/** At most `limit` actes that the filters keep, in the order asked, after `cursor`; by which words. */
export async function registerRows(
  filters: RegisterFilters,
  { limit, cursor = null }: { limit: number; cursor?: RegisterCursor | null }
): Promise<{ actes: Acte[]; terms: string[] }> {
  const { column, last } = ORDERS[filters.order]
  const way = last ? 'desc' : 'asc'
  const query = publicActes().orderBy(column, way).orderBy('id', way).limit(limit)
  const name = column === 'publishedOn' ? 'published_on' : 'decision_date'
  if (cursor) query.whereRaw(`(${name}, id) ${last ? '<' : '>'} (?, ?)`, cursor)
  const terms = await narrow(query, filters)
  return { actes: await query, terms }
}

/** How many actes the filters keep. */
export async function countOf(filters: RegisterFilters): Promise<number> {
  const query = publicActes().count('* as count')
  await narrow(query, filters)
  const [{ count }] = await query.pojo<{ count: string }>()
  return Number(count)
}

/** The natures, years and matieres of which something is public: a filter that finds nothing is not offered. */
export async function offered() {
  const rows = await publicActes()
    .select('natureCode')
    .select(tenancy.trx().raw('extract(year from decision_date)::int as year'))
    .select(tenancy.trx().raw(`split_part(matiere, '.', 1) as matiere`))
    .groupByRaw('1, 2, 3')
    .pojo<{ nature_code: number; year: number | null; matiere: string }>()
  const distinct = <T>(values: T[]) => [...new Set(values)].filter(Boolean)
  return {
    natures: new Set(rows.map((row) => row.nature_code)),
    years: distinct(rows.map(({ year }) => year)).sort((one, other) => other! - one!) as number[],
    matieres: distinct(rows.map(({ matiere }) => matiere)).sort(),
  }
}
