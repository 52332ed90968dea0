import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenants } from '#kernel/tenant'
import { pdfFont } from '#lib/pdf/font'
import { drawSheets } from '#lib/separators/draw_sheets'
import { sheetCode } from '#lib/separators/sheet_code'
import { SheetsUnreadable } from './errors.js'
import type { SaidSheet } from './new_sheets.js'
import { readSheets } from './read_sheets.js'
import Sheet from './sheet.js'

/**
 * Separator sheets to print, as one PDF that is read again before it leaves; from now on, a scan
 * that comes is cut at them. @throws E_GED_SHEETS_UNREADABLE
 */
export async function printSheets(
  { order, lines }: SaidSheet,
  count: number,
  by: Actor
): Promise<Buffer> {
  const { siren, name: member } = await tenants.current()
  const code = sheetCode(siren, order)
  const fonts = { regular: pdfFont('regular'), bold: pdfFont('semibold') }
  const day = clock.today().toString()
  const bytes = await drawSheets({ code, lines, count, member, day, fonts })
  const pages = await readSheets(bytes, siren)
  const isRead = pages.every((page) => isDeepStrictEqual(page, { sheet: order }))
  if (pages.length !== count || !isRead) throw new SheetsUnreadable()
  await Sheet.remember(code, by.id ?? null)
  const subject = { capability: 'ged', type: 'sheet', id: await Sheet.idOf(code) }
  await journal.append({ type: 'ged.sheets_printed', subject, actor: by, data: { count, code } })
  return bytes
}
