import { LocalDate } from '#lib/values'
import type { Column, Direction, Filter, ListDeclaration, SortKey, Tabs } from './declaration.js'
import { readListCursor, type ListCursor } from './list_cursor.js'

/** A list as an address asks for it. */
export interface ListState {
  /** The filters that are on, by the name of their parameter. */
  values: Record<string, string>
  /** null: the newest first. */
  sort: { column: string; key: SortKey; direction: Direction } | null
  /** What the index of the room answers to the words that are typed, by the name of their filter. */
  found?: Record<string, { sql: string; bindings: unknown[] }>
  /** Where the page before ended. */
  after: ListCursor | null
}

const LONGEST = 100

/** The parameters of a filter: one, or the two ends of its dates. */
export const namesOf = ({ kind, name }: Filter): string[] =>
  kind === 'dates' ? [`${name}_du`, `${name}_au`] : [name]

/** Reads an address; what the list does not know is as if nobody had said it. */
export function readState(list: ListDeclaration, input: (name: string) => unknown): ListState {
  const values: Record<string, string> = {}
  for (const filter of list.filters) {
    if (filter.kind === 'tabs') values[filter.name] = firstOf(filter)
    for (const name of namesOf(filter)) {
      const value = text(input(name))
      if (value && isKnown(filter, value)) values[name] = value
    }
  }
  const sort = sortOf(list, text(input('tri'))) ?? sortOf(list, list.order ?? '')
  return { values, sort, after: readListCursor(input('apres'), sort !== null) }
}

/** The same from the query of an address, `etat=draft&tri=-objet`. */
export function readQuery(list: ListDeclaration, query: string): ListState {
  const found = new URLSearchParams(query)
  return readState(list, (name) => found.get(name))
}

/** The tab that is on when an address says none. */
export const firstOf = ({ options }: Tabs): string => options[0].value

function isKnown(filter: Filter, value: string): boolean {
  if (filter.kind === 'dates') return LocalDate.tryParse(value) !== null
  if (filter.kind === 'choice' || filter.kind === 'tabs')
    return filter.options.some((one) => one.value === value)
  return true
}

function sortOf({ columns }: ListDeclaration, asked: string): ListState['sort'] {
  const name = asked.replace(/^-/, '')
  const key = columns.find((column: Column<unknown>) => column.name === name)?.sort
  return key ? { column: name, key, direction: asked === name ? 'asc' : 'desc' } : null
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).trim().slice(0, LONGEST)
    : ''
