/** A line of a CSV, by the names of its first line, and where it stands in the file, from 1. */
export interface CsvLine {
  number: number
  values: Record<string, string>
}

/**
 * The text of a file that a spreadsheet wrote: UTF-8, with its mark or not, UTF-16 with its mark, or
 * else windows-1252, which French spreadsheets still write.
 */
export function decodeSheet(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The rows of a CSV (RFC 4180, with `;`): quotes hold signs and ends of lines; empty lines are left out. */
export function readCsv(text: string, separator = ';'): CsvLine[] {
  const rows = [...rowsOf(text, separator)].filter(({ cells }) => cells.some((cell) => cell.trim()))
  const [head, ...lines] = rows
  const names = head?.cells.map((name) => name.trim().toLowerCase()) ?? []
  return lines.map(({ number, cells }) => ({
    number,
    values: Object.fromEntries(names.map((name, rank) => [name, (cells[rank] ?? '').trim()])),
  }))
}

/** The names of the columns, as `readCsv` gives them. */
export const csvColumns = (text: string, separator = ';'): string[] => {
  const [head] = rowsOf(text, separator)
  return head?.cells.map((name) => name.trim().toLowerCase()) ?? []
}

/** Whether a quote that opens a cell is never closed: the file was cut, or written by hand. */
export const endsInQuotes = (text: string, separator = ';'): boolean =>
  [...rowsOf(text, separator)].some(({ isOpen }) => isOpen)

function* rowsOf(text: string, separator: string) {
  let [cell, cells, isQuoted, number, start] = ['', [] as string[], false, 1, 1]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\n') number++
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[at++]
      else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === separator) [cell, cells] = ['', [...cells, cell]]
    else if (sign === '\n') {
      yield { number: start, cells: [...cells, cell], isOpen: false }
      ;[cell, cells, start] = ['', [], number]
    } else if (sign !== '\r') cell += sign
  }
  if (cell || cells.length || isQuoted) {
    yield { number: start, cells: [...cells, cell], isOpen: isQuoted }
  }
}
