import type { HttpContext } from '@adonisjs/core/http'
import { inOneExchange, keepingPlan } from '#lib/one_exchange'
import {
  addressOf,
  headsOf,
  isTabs,
  queryOf,
  shownColumns,
  sortName,
  tabsOf,
  unfiltered,
} from './address.js'
import { ARCHIVE } from './archive.js'
import { chipsOf, countWords, ordersOf } from './words.js'
import { MOST_AT_ONCE, MOST_COUNTED, PAGE, type ListDeclaration } from './declaration.js'
import { lookUp } from './look_up.js'
import { after, narrowed, orderedRows } from './narrow.js'
import { clientOf, isAbove, mayDo } from './scope.js'
import { sharesViews, viewsFrom, viewsQuery } from './views.js'
import { readState, type ListState } from './state.js'

/** One page of a list as its address asks for it, with all that the part `components/list` shows. */
export async function listPage(ctx: HttpContext, list: ListDeclaration, base: string) {
  const state = await lookUp(
    list,
    readState(list, (name) => ctx.request.input(name))
  )
  const { found, counted, views } = await askFor(ctx, list, state)
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  const next = found.length > PAGE && { key: last.list_key ?? null, id: last.list_id }
  const query = queryOf(list, state)
  const gestures = offeredTo(ctx, list)
  return {
    base,
    caption: list.caption,
    filters: list.filters.filter((one) => !isTabs(one)),
    tabs: tabsOf(base, list, state),
    // What a form of filters carries on, beside its own fields
    kept: list.filters.filter(isTabs).map(({ name }) => ({ name, value: state.values[name] })),
    reset: unfiltered(base, list, state),
    values: state.values,
    sort: sortName(state),
    orders: ordersOf(list),
    heads: headsOf(base, list, state),
    lines: linesOf(list, rows, list.complete ? await list.complete(rows) : rows),
    active: chipsOf(base, list, state),
    query,
    isAbove: isAbove(list),
    sharesViews: sharesViews(list),
    views: views && viewsFrom(views, ctx, base, query),
    counted,
    count: countWords(list.words, counted),
    isCut: counted > MOST_COUNTED,
    next: next ? addressOf(base, list, state, { after: next }) : null,
    gestures,
    takesAll: gestures.length > 0 && counted > rows.length && counted <= MOST_AT_ONCE,
  }
}

/**
 * The rows of a page and one more, how many lines there are, and the views that are kept of the list:
 * one exchange with the base, unless words were typed. Then what is counted is asked apart, and only
 * where the page does not say it.
 */
async function askFor(ctx: HttpContext, list: ListDeclaration, state: ListState) {
  const rows = after(orderedRows(list, state), list, state).limit(PAGE + 1)
  const questions = [rows, ...(list.keepsViews ? [keepingPlan(viewsQuery(ctx, list))] : [])]
  if (!isTyped(list, state)) questions.push(countQuery(list, state))
  const [found, ...others] = await inOneExchange(clientOf(list), questions)
  const views = list.keepsViews ? others.shift()! : null
  const isWhole = !state.after && found.length <= PAGE
  const counted = others[0]?.[0].counted ?? (isWhole ? found.length : await count(list, state))
  return { found, counted, views }
}

const isTyped = ({ filters }: ListDeclaration, { values }: ListState): boolean =>
  filters.some(({ kind, name }) => (kind === 'words' || kind === 'person') && values[name])

/** What the bar of a selection offers; the archive of its files is one of its buttons. */
function offeredTo(ctx: HttpContext, list: ListDeclaration) {
  const { gestures = [], archive } = list
  const own = gestures.filter((one) => one.offered !== false && mayDo(ctx, list, one.permission))
  const buttons = own.map(({ name, label, icon, kind, confirm }) => {
    return { name, label, icon, kind, confirm }
  })
  if (!archive || !mayDo(ctx, list, archive.permission)) return buttons
  const label = 'Télécharger (ZIP)'
  return [
    ...buttons,
    { name: ARCHIVE, label, icon: 'download', kind: undefined, confirm: undefined },
  ]
}

export type ListPage = Awaited<ReturnType<typeof listPage>>

/** How many lines the filters keep, one more than the bound at most. */
export async function count(list: ListDeclaration, state: ListState): Promise<number> {
  const row = await countQuery(list, state).first()
  return row.counted
}

/** The question itself, whose plan a test reads: an index alone must answer it. */
export function countQuery(list: ListDeclaration, state: ListState) {
  const client = clientOf(list)
  const bounded = narrowed(list, state)
    .clearSelect()
    .select(client.raw('1'))
    .limit(MOST_COUNTED + 1)
  return client.from(bounded.as('bounded')).select(client.raw('count(*)::int as counted'))
}

function linesOf(list: ListDeclaration, rows: any[], complete: any[]) {
  const columns = shownColumns(list)
  return complete.map((row, n) => {
    const cells = columns.map((column) => ({
      label: column.label,
      isTitle: column.isTitle,
      ...column.cell(row),
    }))
    const title = cells.find(({ isTitle }) => isTitle) as { text?: string } | undefined
    return { id: rows[n].list_id as string, title: title?.text ?? '', cells }
  })
}
