import { THIN } from './spaces.js'

/** Between the thousands of a number; four digits before it are a year. */
const THOUSANDS = /(?<=(?<![\d.,/-])\d{1,3})[ \n](?=\d{3}(?![\d.,/-]))/g
const THOUSANDS_THERE = new RegExp(THOUSANDS.source, 'y')

/** High punctuation, that nothing of an address or of an emoticon follows. */
const PUNCTUATION = new Set([...':;?!»'].map((one) => one.charCodeAt(0)))
const WORD = /[\w/]/
const OPENING = '«'.charCodeAt(0)
const UNIT = /(?:[kMG]?o|octets|€|%|h|km|m²)(?![\p{L}\d])/uy
const [ZERO, NINE] = ['0', '9'].map((one) => one.charCodeAt(0))

/** The thousands of each number of a text, joined. */
export const joinThousands = (text: string): string => text.replace(THOUSANDS, THIN)

/**
 * Whether a line must not break at the space (or the line break of a template) that stands at `at`: before
 * high punctuation, inside « », before a unit.
 */
export function staysTogether(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  if (before === OPENING) return true
  if (PUNCTUATION.has(text.charCodeAt(at + 1))) return !WORD.test(text.charAt(at + 2))
  return isDigit(before) && matchesAt(UNIT, text, at + 1)
}

/** Whether the space at `at` parts the thousands of one number. */
export const joinsThousands = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at - 1)) && matchesAt(THOUSANDS_THERE, text, at)

const isDigit = (sign: number): boolean => sign >= ZERO && sign <= NINE

/** `pattern` is sticky: it is tried there alone. */
function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
