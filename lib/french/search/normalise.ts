import { datesAlike } from './days.js'

const ELISIONS = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=\p{L})/giu
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu
/** « 12 500 », « 1 250 000 »: one number, parted by spaces. */
export const GROUPED = /(?<![\d.,-])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)/gu
const CENTS = /(\d)[.,]00(?!\d)/gu

/** « œuvre », « Æ », « É », « ﬁ » in plain small letters: `oeuvre`, `ae`, `e`, `fi`. */
export const unaccented = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')

/** The same with its elisions cut, its acronyms closed (`C.C.A.S.`) and its amounts joined. */
function plain(text: string, joined: boolean): string {
  let folded = unaccented(text.normalize('NFC').replace(ELISIONS, '').replace(DOTTED, undotted))
  if (joined) folded = datesAlike(folded).replace(GROUPED, (digits) => digits.replace(/\D/g, ''))
  return folded.replace(CENTS, '$1 ')
}

const undotted = (acronym: string) => acronym.replaceAll('.', '')

/** Letters and digits apart, without the zeros that lead: `DEL2026_007` is `del`, `2026`, `7`. */
const cut = (folded: string): string[] =>
  (folded.match(/[a-z]+|\d+|[^\P{L}a-z]+/gu) ?? []).map((word) => word.replace(/^0+(?=\d)/, ''))

/** One word that nothing is to be done to but its capitals and its zeros: most of those of a text. */
const PLAIN_WORD = /^(?:[A-Za-z]+|\d+)$/

const plainWord = (text: string): string[] => [text.toLowerCase().replace(/^0+(?=\d)/, '')]

/**
 * The words of a text in their order, as they are looked for: accents, capitals, elisions,
 * punctuation and leading zeros gone, letters and digits apart.
 */
export const wordsIn = (text: string): string[] =>
  PLAIN_WORD.test(text) ? plainWord(text) : cut(plain(text, true))

/** The same, with the parts of joined amounts and of dates too: `12 500` is also `12` and `500`. */
export function allWordsIn(text: string): string[] {
  if (PLAIN_WORD.test(text)) return plainWord(text)
  const words = wordsIn(text)
  const apart = cut(plain(text, false))
  if (apart.length === words.length && apart.every((word, at) => word === words[at])) return words
  const said = new Set(words)
  return [...words, ...apart.filter((word) => /^\d/.test(word) || !said.has(word))]
}

/** A number as some type it, without what parts it: `FQ-2026-0120` is `FQ20260120`. */
export const compact = (number: string): string => number.replace(/[^\p{L}\d]/gu, '')

/**
 * What a word is called in the singular, for both sides of a comparison and never for a screen:
 * `travaux` and `travail` are both `traval`, `eaux` is `eau`.
 */
export function singular(word: string): string {
  if (word.length < 4 || /^\d/.test(word)) return word
  if (word.endsWith('eaux')) return word.slice(0, -1)
  if (word.endsWith('aux')) return `${word.slice(0, -3)}al`
  if (word.endsWith('ail')) return `${word.slice(0, -3)}al`
  if (/(?:eu|ou)x$/.test(word)) return word.slice(0, -1)
  return word.endsWith('s') ? word.replace(/s+$/, '') : word
}
