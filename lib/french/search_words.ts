/** What a query must offer for words to be looked for in it. */
interface Query {
  whereRaw(sql: string, bindings: string[]): unknown
}

const MOST_WORDS = 8

/** The words of a search, in any order; each must be found. */
export function wordsOf(typed: string): string[] {
  return typed.trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
}

/**
 * Keeps the rows whose columns, together, hold every word: without accents, capitals or order.
 * `columns` are SQL that we wrote, never what a person typed.
 */
export function whereWords(query: Query, columns: string[], typed: string): void {
  const text = `kernel.folded(concat_ws(' ', ${columns.join(', ')}))`
  for (const word of wordsOf(typed)) {
    query.whereRaw(`strpos(${text}, kernel.folded(?)) > 0`, [word])
  }
}
