import { GROUPED, unaccented, wordsIn } from './normalise.js'
import type { OtherNames } from './synonyms.js'

/**
 * Amounts that may be two numbers: what follows a word is looked for both ways. « RD126 322 » is a
 * road and a rank as well as 126 322; « 12 500 » alone is an amount.
 */
export function numbersApart(typed: string): OtherNames[] {
  const text = unaccented(typed)
  return [...text.matchAll(GROUPED)]
    .filter(({ index }) => /[a-z]\W*$/.test(text.slice(0, index)))
    .map(([digits]) => ({ of: wordsIn(digits), also: [digits.split(/\D/).flatMap(wordsIn)] }))
}

/**
 * Among the words of a search in their order, the codes: two letters before a number (« RD 126 », « VC 4 »,
 * « PV 2026 ») are a word of their own. Every word that begins like them would be a hundred thousand.
 */
export const codesIn = (words: string[]): string[] =>
  words.filter((word, at) => /^[a-z]{2}$/.test(word) && /^\d/.test(words[at + 1] ?? ''))
