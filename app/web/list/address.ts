import type { Column, ListDeclaration, Tabs } from './declaration.js'
import { writeListCursor, type ListCursor } from './list_cursor.js'
import { firstOf, namesOf, type ListState } from './state.js'

interface Changes {
  without?: string[]
  sort?: string
  after?: ListCursor | null
}

/** The query of a list: filters first, then its order, then where the page before ended. */
export function queryOf(list: ListDeclaration, state: ListState, changes: Changes = {}): string {
  const query = new URLSearchParams()
  for (const filter of list.filters) {
    for (const name of namesOf(filter)) {
      const value = state.values[name]
      if (!value || changes.without?.includes(name)) continue
      if (filter.kind !== 'tabs' || value !== firstOf(filter)) query.set(name, value)
    }
  }
  const sort = changes.sort ?? sortName(state)
  if (sort && sort !== list.order) query.set('tri', sort)
  if (changes.after) query.set('apres', writeListCursor(changes.after))
  return query.toString()
}

/** The address of a list: the page of its beginning, unless `after` says otherwise. */
export function addressOf(
  base: string,
  list: ListDeclaration,
  state: ListState,
  changes: Changes = {}
): string {
  const query = queryOf(list, state, changes)
  return query ? `${base}?${query}` : base
}

/** `objet`, `-objet`, or nothing. */
export const sortName = ({ sort }: ListState): string =>
  sort ? `${sort.direction === 'desc' ? '-' : ''}${sort.column}` : ''

/** The columns of the screen. */
export const shownColumns = ({ columns }: ListDeclaration): Column<any>[] =>
  columns.filter(({ inFileOnly }) => !inFileOnly)

export interface Head {
  label: string
  /** The address that orders the list by it; null where it orders nothing. */
  href: string | null
  sorted: 'ascending' | 'descending' | null
}

/** The heads of the columns: each link orders, and turns the order of the one that orders already. */
export function headsOf(base: string, list: ListDeclaration, state: ListState): Head[] {
  return shownColumns(list).map(({ name, label, sort }) => {
    const direction = state.sort?.column === name ? state.sort.direction : null
    const goes = direction === null ? (sort?.first ?? 'asc') : direction === 'asc' ? 'desc' : 'asc'
    const wanted = goes === 'desc' ? `-${name}` : name
    return {
      label,
      href: sort ? addressOf(base, list, state, { sort: wanted }) : null,
      sorted: direction && (direction === 'asc' ? 'ascending' : 'descending'),
    }
  })
}

/** The tabs of a list: each opens its part whole, in the order that is asked. */
export function tabsOf(base: string, list: ListDeclaration, state: ListState) {
  return list.filters.filter(isTabs).flatMap(({ name, options }) =>
    options.map(({ value, label }) => ({
      value,
      label,
      href: addressOf(base, list, { ...state, values: { [name]: value } }),
      current: state.values[name] === value,
    }))
  )
}

/** The same part of the list with none of its filters. */
export function unfiltered(base: string, list: ListDeclaration, state: ListState): string {
  const narrowing = list.filters.filter((one) => !isTabs(one)).flatMap(namesOf)
  return addressOf(base, list, { ...state, sort: null }, { without: narrowing })
}

export const isTabs = (filter: { kind: string }): filter is Tabs => filter.kind === 'tabs'
