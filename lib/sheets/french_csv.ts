import type { SpreadsheetCell, SpreadsheetTable } from './spreadsheet.js'

/**
 * A CSV that a French spreadsheet opens as it is: UTF-8 with its mark, semicolons, decimal commas.
 * A text that a spreadsheet would run as a formula is made plain by an apostrophe.
 */
export function frenchCsv({ columns, rows }: SpreadsheetTable): string {
  const lines = [columns, ...rows].map((row) => row.map(cell).join(';'))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function cell(value: SpreadsheetCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
