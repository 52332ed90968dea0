import type { HttpContext } from '@adonisjs/core/http'
import { tenancy } from '#kernel/tenancy'
import { addressOf, headsOf, queryOf, shownColumns, sortName } from './address.js'
import { chipsOf, countWords, ordersOf } from './words.js'
import { MOST_AT_ONCE, MOST_COUNTED, PAGE, type ListDeclaration } from './declaration.js'
import { lookUp } from './look_up.js'
import { after, narrowed, orderedRows } from './narrow.js'
import { viewsOf } from './views.js'
import { readState, type ListState } from './state.js'

/** One page of a list as its address asks for it, with all that the part `components/list` shows. */
export async function listPage(ctx: HttpContext, list: ListDeclaration, base: string) {
  const state = await lookUp(
    list,
    readState(list, (name) => ctx.request.input(name))
  )
  const found = await after(orderedRows(list, state), list, state).limit(PAGE + 1)
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  const isWhole = !state.after && found.length <= PAGE
  const counted = isWhole ? found.length : await count(list, state)
  const next = found.length > PAGE && { key: last.list_key ?? null, id: last.list_id }
  const query = queryOf(list, state)
  const gestures = (list.gestures ?? []).filter(
    ({ offered, permission }) => offered !== false && ctx.allows(permission)
  )
  return {
    base,
    caption: list.caption,
    filters: list.filters,
    values: state.values,
    sort: sortName(state),
    orders: ordersOf(list),
    heads: headsOf(base, list, state),
    lines: linesOf(list, list.complete ? await list.complete(rows) : rows),
    active: chipsOf(base, list, state),
    query,
    views: list.keepsViews ? await viewsOf(ctx, list, base, query) : null,
    counted,
    count: countWords(list.words, counted),
    isCut: counted > MOST_COUNTED,
    next: next ? addressOf(base, list, state, { after: next }) : null,
    gestures,
    takesAll: gestures.length > 0 && counted > rows.length && counted <= MOST_AT_ONCE,
  }
}

export type ListPage = Awaited<ReturnType<typeof listPage>>

/** How many lines the filters keep, one more than the bound at most. */
export async function count(list: ListDeclaration, state: ListState): Promise<number> {
  const { trx } = tenancy.current()!
  const bounded = narrowed(list, state)
    .clearSelect()
    .select(trx.raw('1'))
    .limit(MOST_COUNTED + 1)
  const row = await trx
    .from(bounded.as('bounded'))
    .select(trx.raw('count(*)::int as counted'))
    .first()
  return row.counted
}

function linesOf(list: ListDeclaration, rows: any[]) {
  const columns = shownColumns(list)
  return rows.map((row) => {
    const cells = columns.map((column) => ({
      label: column.label,
      isTitle: column.isTitle,
      ...column.cell(row),
    }))
    const title = cells.find(({ isTitle }) => isTitle) as { text?: string } | undefined
    return { id: row.list_id as string, title: title?.text ?? '', cells }
  })
}
