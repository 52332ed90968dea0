import type { HttpContext } from '@adonisjs/core/http'
import { defineError } from '#lib/errors'
import { isUuid } from '#lib/values'
import { MOST_AT_ONCE, type Column, type ListDeclaration } from './declaration.js'
import { lookUp } from './look_up.js'
import { narrowed, orderedRows } from './narrow.js'
import { clientOf } from './scope.js'
import { readQuery } from './state.js'

export const TooManyLines = defineError(
  'E_LIST_TOO_MANY_LINES',
  `Au plus ${MOST_AT_ONCE} lignes d’un coup : filtrez la liste, puis recommencez. Rien n’a été fait.`
)
export const ListChanged = defineError(
  'E_LIST_CHANGED',
  'La liste a changé depuis que vous l’avez ouverte : elle compte maintenant %s lignes, et non %s. Rien n’a été fait : relisez-la, puis recommencez.',
  409
)

export interface ChosenLine {
  id: string
  /** How a person knows it; the identifiers of nobody's lines have none. */
  title: string
  href: string | null
}

/**
 * The lines that a form names: those that are ticked, or all that its filters keep. Throws
 * E_LIST_TOO_MANY_LINES, and E_LIST_CHANGED when « all » is not what the person saw.
 */
export async function chosenLines(
  { request }: HttpContext,
  list: ListDeclaration
): Promise<ChosenLine[]> {
  if (!request.input('tout')) return ticked(list, request.input('ids'))
  const state = await lookUp(list, readQuery(list, String(request.input('filtre') ?? '')))
  const rows = await orderedRows(list, state).limit(MOST_AT_ONCE + 1)
  if (rows.length > MOST_AT_ONCE) throw new TooManyLines()
  const seen = Number(request.input('nombre'))
  if (rows.length !== seen) throw new ListChanged(rows.length, seen)
  return rows.map((row) => lineOf(list, row))
}

async function ticked(list: ListDeclaration, typed: unknown): Promise<ChosenLine[]> {
  const ids = [...new Set([typed].flat())].filter(isUuid)
  if (ids.length > MOST_AT_ONCE) throw new TooManyLines()
  if (ids.length === 0) return []
  const rows = await narrowed(list, { values: {}, sort: null, after: null })
    .select(clientOf(list).raw(`${list.id} as list_id`))
    .whereIn(list.id, ids)
  const known = new Map(rows.map((row) => [row.list_id as string, lineOf(list, row)]))
  return ids.map((id) => known.get(id) ?? { id, title: 'Ligne inconnue', href: null })
}

function lineOf(list: ListDeclaration, row: any): ChosenLine {
  const columns: Column<any>[] = list.columns
  const cell = columns.find(({ isTitle }) => isTitle)!.cell(row) as { text: string; href?: string }
  return { id: row.list_id, title: cell.text, href: cell.href ?? null }
}
