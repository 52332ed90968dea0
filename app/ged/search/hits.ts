import type { Answer, Telling } from '#web/search'
import { excerptOf } from '#lib/french/search/excerpt'
import { marked } from '#lib/french/search/mark'
import { tenancy } from '#kernel/tenancy'

/** What the base tells of a document that was found (`ged.documents_told`). */
export interface Told {
  id: string
  title: string
  name: string
  /** Within its space: « Voirie/2026/Arrêté 117.pdf » */
  path: string
  /** The address of its space. */
  space: string
  /** The code of its type. */
  type: string | null
  /** AAAA-MM-JJ */
  date: string | null
}

/** A document that answers. */
export interface Hit extends Omit<Told, 'name'> {
  /** The member that keeps it. */
  tenantId: string
  score: number
  /** A few words around what was found. */
  snippet: string
  /** The words that answer, as they are written there. */
  matched: string[]
}

export const TELLING: Telling<Told> = {
  sql: 'ged.documents_told',
  saidOf: ({ title, name }) => [title, name],
}

/** A document of the tenant in context as it is told: where it stands, and why it was found. */
export function hitOf({ told, score, pages }: Answer<Told>, terms: string[]): Hit {
  const { name, ...fact } = told
  const inTitle = marked(fact.title, terms)
  const snippet = excerptOf(pages, terms)?.pieces ?? inTitle
  const shown = [snippet, inTitle, marked(name, terms)].flat()
  return {
    ...fact,
    tenantId: tenancy.tenantId(),
    score: Math.round(score * 1e6) / 1e6,
    snippet: snippet.map(({ text }) => text).join(''),
    matched: [...new Set(shown.filter((piece) => piece.marked).map(({ text }) => text))],
  }
}
