import type { SpreadsheetCell, SpreadsheetTable } from './spreadsheet.js'

/**
 * A CSV that a French spreadsheet opens as it is: UTF-8 with its mark, semicolons, decimal commas.
 * A text that a spreadsheet would run as a formula is made plain by an apostrophe.
 */
export function frenchCsv({ columns, rows }: SpreadsheetTable): string {
  return `\ufeff${[columns, ...rows].map(frenchLine).join('')}`
}

/** One line of such a file, for those that are too long to be held. */
export const frenchLine = (row: readonly SpreadsheetCell[]): string =>
  `${row.map(frenchCell).join(';')}\r\n`

/** A CSV as open data are published: UTF-8, commas, each text as it is (RFC 4180). */
export function openCsv(columns: readonly string[], rows: readonly string[][]): string {
  const lines = [columns, ...rows].map((row) => row.map((text) => quoted(text, ',')).join(','))
  return `${lines.join('\r\n')}\r\n`
}

function frenchCell(value: SpreadsheetCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  return quoted(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value, ';')
}

function quoted(text: string, separator: string): string {
  const isPlain = !/["\r\n]/.test(text) && !text.includes(separator)
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}
