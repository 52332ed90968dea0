import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { frenchCsv } from '#lib/sheets/csv'
import { workbook, type SpreadsheetTable } from '#lib/sheets/spreadsheet'
import { cellText, countWords } from './words.js'
import { MOST_EXPORTED, type Column, type ListDeclaration } from './declaration.js'
import { lookUp } from './look_up.js'
import { orderedRows } from './narrow.js'
import { readState } from './state.js'

/** What a list is exported as; the route holds its parameter `format` to these. */
export const FORMATS = /^(csv|xlsx)$/

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** All that the filters keep, in the order of the screen, as a file; one that was cut says so. */
export async function listFile(ctx: HttpContext, list: ListDeclaration): Promise<void> {
  const format: keyof typeof TYPES = ctx.params.format
  const table = await tableOf(ctx, list)
  const name = `${list.words[1].replaceAll(' ', '-')}-${clock.today()}.${format}`
  ctx.response.header('content-type', TYPES[format])
  ctx.response.header('content-disposition', `attachment; filename="${ascii(name)}"`)
  ctx.response.send(
    format === 'csv' ? frenchCsv(table) : await workbook([table], clock.now().toJSDate())
  )
}

async function tableOf({ request }: HttpContext, list: ListDeclaration): Promise<SpreadsheetTable> {
  const state = await lookUp(
    list,
    readState(list, (name) => request.input(name))
  )
  const found = await orderedRows(list, state).limit(MOST_EXPORTED + 1)
  const rows = found.slice(0, MOST_EXPORTED)
  const complete = list.complete ? await list.complete(rows) : rows
  const columns: Column<any>[] = list.columns
  const lines = complete.map((row) =>
    columns.map(({ cell, exported }) => (exported ? exported(row) : cellText(cell(row))))
  )
  if (found.length > rows.length) lines.push([cut(list)])
  return {
    name: list.caption.slice(0, 31),
    columns: columns.map(({ label }) => label),
    rows: lines,
  }
}

const cut = ({ words }: ListDeclaration) =>
  `Fichier coupé : il y a ${countWords(words, MOST_EXPORTED + 1)}. Filtrez la liste, puis recommencez.`

const ascii = (text: string) => text.normalize('NFD').replace(/[^\x20-\x7e]/g, '')
