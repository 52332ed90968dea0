/** What a form holds, exactly as it was typed: texts, groups of texts, and rows of them. */
export type Typed = { [field: string]: string | Typed | Typed[] }

/** More rows than any sheet has; a form that sends more is not one of ours. */
const MOST_ROWS = 60

/**
 * Puts what came from outside into the shape of a blank form: fields that the form does not have
 * are dropped, those it lacks are as in the blank, and nothing but text is left. A blank list has
 * one row.
 */
export function fillIn<T extends Typed>(blank: T, given: unknown): T {
  const from = Object(given) as Record<string, unknown>
  const filled = Object.entries(blank).map(([field, empty]) => [field, asIn(empty, from[field])])
  return Object.fromEntries(filled) as T
}

function asIn(empty: Typed[string], given: unknown): Typed[string] {
  if (Array.isArray(empty)) return rowsOf(empty[0], given)
  if (typeof empty !== 'string') return fillIn(empty, given)
  return given === undefined ? empty : textOf(given)
}

/** Rows in which something was written: blank ones are only room left on the page. */
export function writtenRows<T extends Typed>(rows: T[], choices: (keyof T)[] = []): T[] {
  return rows.filter((row) =>
    Object.entries(row).some(([field, text]) => text !== '' && !choices.includes(field))
  )
}

function rowsOf(blank: Typed, given: unknown): Typed[] {
  const rows = Array.isArray(given) ? given : Object.values(Object(given) as object)
  return rows.slice(0, MOST_ROWS).map((row) => fillIn(blank, row))
}

function textOf(given: unknown): string {
  if (typeof given === 'number' || given === true) return String(given)
  return typeof given === 'string' ? given.replaceAll('\r\n', '\n').trim() : ''
}
