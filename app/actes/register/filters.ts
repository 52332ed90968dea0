import { LocalDate } from '#lib/values'
import { findNature, type Nature } from '../rules/nature.js'

/** How the register is ordered: the column, and whether its last day comes first. */
export const ORDERS = {
  publies: { label: 'Publiés en dernier', column: 'publishedOn', last: true },
  recents: { label: 'Plus récents d’abord', column: 'decisionDate', last: true },
  anciens: { label: 'Plus anciens d’abord', column: 'decisionDate', last: false },
} as const
export type OrderName = keyof typeof ORDERS

/** What an inhabitant asks of the register, as its address says it. */
export interface RegisterFilters {
  words: string
  nature: Nature | null
  /** Of the decision. */
  year: number | null
  from: LocalDate | null
  to: LocalDate | null
  /** The first level: « 7 ». */
  matiere: number | null
  order: OrderName
}

const LONGEST_SEARCH = 100

/** Reads the filters; what means nothing filters nothing. */
export function readFilters(asked: (name: string) => unknown): RegisterFilters {
  const text = (name: string) => String(asked(name) ?? '').trim()
  const whole = (name: string, shape: RegExp) =>
    shape.test(text(name)) ? Number(text(name)) : null
  const order = text('tri')
  return {
    words: text('q').slice(0, LONGEST_SEARCH),
    nature: findNature(Number(text('nature'))),
    year: whole('annee', /^(19|20)\d\d$/),
    from: LocalDate.tryParse(text('du')),
    to: LocalDate.tryParse(text('au')),
    matiere: whole('matiere', /^[1-9]$/),
    order: Object.hasOwn(ORDERS, order) ? (order as OrderName) : 'publies',
  }
}

/** The same in an address, only what is asked; `without` leaves one out. */
export function queryOf(filters: RegisterFilters, without?: string): URLSearchParams {
  const { words, nature, year, from, to, matiere, order } = filters
  const asked = {
    q: words,
    nature: nature?.code,
    annee: year,
    du: from,
    au: to,
    matiere,
    tri: order === 'publies' ? null : order,
  }
  const kept = Object.entries(asked).filter(([name, value]) => value && name !== without)
  return new URLSearchParams(Object.fromEntries(kept.map(([name, value]) => [name, String(value)])))
}

/** « ?q=cantine », or nothing: what follows the address of the register. */
export const suffixOf = (query: URLSearchParams): string => (query.size > 0 ? `?${query}` : '')

/** What filters, in words, each with the query without it; the order filters nothing. */
export function filtersOn(filters: RegisterFilters, matiereLabel: string) {
  const { words, nature, year, from, to, matiere } = filters
  const on: [name: string, label: string | number | null][] = [
    ['q', words && `« ${words} »`],
    ['nature', nature && nature.label],
    ['annee', year && String(year)],
    ['du', from && `Depuis le ${from.toFrench()}`],
    ['au', to && `Jusqu’au ${to.toFrench()}`],
    ['matiere', matiere && matiereLabel],
  ]
  return on.flatMap(([name, label]) =>
    label ? [{ name, label: String(label), query: suffixOf(queryOf(filters, name)) }] : []
  )
}
