import { whereWords } from '#lib/french/search_words'
import { tenancy } from '#kernel/tenancy'
import type { Filter, ListDeclaration, ListQuery } from './declaration.js'
import { clientOf } from './scope.js'
import type { ListState } from './state.js'

/** The rows of a list that its filters keep, in its order; neither a page nor a bound. */
export function orderedRows(list: ListDeclaration, state: ListState): ListQuery {
  const query = narrowed(list, state)
  const { sort } = state
  if (!sort) return query.select({ list_id: list.id }).orderBy(list.id, 'desc')
  const { sql } = sort.key
  return query
    .select({ list_id: list.id })
    .select(raw(list, `(${sql})::text as list_key`))
    .orderByRaw(`${sql} ${sort.direction}, ${list.id} ${sort.direction}`)
}

/** The rows that its filters keep, in any order: to count them, or to name them. */
export function narrowed(list: ListDeclaration, state: ListState): ListQuery {
  const query = list.from()
  for (const filter of list.filters) narrowBy(query, filter, state)
  return query
}

/** Only what comes after the page before: one comparison, which an index answers at any depth. */
export function after(query: ListQuery, list: ListDeclaration, state: ListState): ListQuery {
  const { sort, after: cursor } = state
  if (!cursor) return query
  if (!sort || cursor.key === null) return query.where(list.id, '<', cursor.id)
  const sign = sort.direction === 'asc' ? '>' : '<'
  const { sql, kind } = sort.key
  return query.whereRaw(`(${sql}, ${list.id}) ${sign} (?::${kind}, ?::uuid)`, [
    cursor.key,
    cursor.id,
  ])
}

function narrowBy(query: ListQuery, filter: Filter, { values, found }: ListState): void {
  if (filter.kind === 'dates') return narrowByDates(query, filter, values)
  const value = values[filter.name]
  if (!value) return
  if (filter.kind === 'words') return narrowByWords(query, filter, value, found)
  if (filter.kind === 'choice' || filter.kind === 'tabs') return filter.narrow(query, value)
  query.whereIn(tenancy.trx().raw(filter.sql) as never, peopleCalled(value))
}

type Words = Extract<Filter, { kind: 'words' }>

function narrowByWords(query: ListQuery, filter: Words, typed: string, found: ListState['found']) {
  if ('columns' in filter) return whereWords(query, filter.columns, typed)
  const { sql, bindings } = found![filter.name]
  query.whereRaw(sql, bindings as never)
}

type Dates = Extract<Filter, { kind: 'dates' }>

/** Legal days, or the days of Paris in which moments fall; both ends are within. */
function narrowByDates(query: ListQuery, { name, sql, of }: Dates, values: Record<string, string>) {
  if (!values[`${name}_du`] && !values[`${name}_au`]) return
  const midnight = of === 'day' ? '?::date' : `(?::date)::timestamp at time zone 'Europe/Paris'`
  const next = of === 'day' ? '?::date + 1' : `(?::date + 1)::timestamp at time zone 'Europe/Paris'`
  // What has no date yet stands before all dates, and is in none of them
  query.whereRaw(`${sql} > '-infinity'`)
  if (values[`${name}_du`]) query.whereRaw(`${sql} >= ${midnight}`, [values[`${name}_du`]])
  if (values[`${name}_au`]) query.whereRaw(`${sql} < ${next}`, [values[`${name}_au`]])
}

/** The people who work here, or did, and whose name holds these words. */
function peopleCalled(words: string) {
  const { trx, tenantId } = tenancy.current()!
  const query = trx
    .from('kernel.memberships')
    .join('kernel.users', 'users.id', 'memberships.user_id')
    .where('memberships.tenant_id', tenantId)
    .select('users.id')
  whereWords(query, ['users.full_name'], words)
  return query
}

// A fragment needs a client that knows how to make one, and no connection
const raw = (list: ListDeclaration, sql: string) => clientOf(list).raw(sql) as never
