import vine from '@vinejs/vine'
import { PAGE, type ListDeclaration } from '#web/list/declaration'
import { writeListCursor } from '#web/list/list_cursor'
import { lookUp } from '#web/list/look_up'
import { after, orderedRows } from '#web/list/narrow'
import { namesOf, readState } from '#web/list/state'
import type { ListAnswer } from './operation.js'

/** The query of a list: its filters as its page has them, its order, and where to read on. */
export function listQuery(list: ListDeclaration) {
  const names = [...list.filters.flatMap(namesOf), 'tri', 'apres']
  const word = () => vine.string().maxLength(600).optional()
  return vine.create(Object.fromEntries(names.map((name) => [name, word()])))
}

/** One page of a list for a program: the same rows, in the same order, as its screen. */
export async function listRows(
  list: ListDeclaration,
  query: Record<string, unknown>,
  tell: (row: any) => object
): Promise<ListAnswer> {
  const state = await lookUp(
    list,
    readState(list, (name) => query[name])
  )
  const found = await after(orderedRows(list, state), list, state).limit(PAGE + 1)
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  const more = found.length > PAGE
  return {
    items: rows.map(tell),
    next: more ? writeListCursor({ key: last.list_key ?? null, id: last.list_id }) : null,
  }
}
