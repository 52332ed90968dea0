/** A line that is not what was asked for, in the words of whoever wrote it. */
export class LineFault extends Error {}

/** « 12,5 ; 3 » as numbers; null when something of it is not one. */
export function numbersIn(line: string): number[] | null {
  const parts = line.split(/[;\t]/).map((part) => part.trim().replace(',', '.'))
  return parts.every((part) => /^\d+(?:\.\d+)?$/.test(part)) ? parts.map(Number) : null
}

const LONGEST_PAGE = 10_000

/** Whether a number may be that of a page, from 1. */
export const isPage = (page: number): boolean =>
  Number.isInteger(page) && page >= 1 && page <= LONGEST_PAGE
