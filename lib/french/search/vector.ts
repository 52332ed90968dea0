import { allWordsIn } from './normalise.js'
import { keysOf } from './query.js'

/** The parts of a thing by what they weigh: A its names and numbers, B its people, C and D the rest. */
export type WeighedText = Partial<Record<'A' | 'B' | 'C' | 'D', (string | null | undefined)[]>>

const MOST_KEYS = 20_000
/** Longer than any word: a run of letters that means nothing. */
const LONGEST = 60

/** The words of a thing with what each weighs at most. */
function weightsOf(texts: WeighedText): Map<string, string> {
  const weights = new Map<string, string>()
  for (const weight of ['A', 'B', 'C', 'D'] as const) {
    for (const text of texts[weight] ?? []) {
      for (const word of allWordsIn(text ?? '')) {
        if (word.length > LONGEST || weights.size >= MOST_KEYS) continue
        for (const key of keysOf(word)) if (!weights.has(key)) weights.set(key, weight)
      }
    }
  }
  return weights
}

/**
 * The words of a thing as PostgreSQL's `tsvector` writes them, each behind `shelf` (digits and small
 * letters, see `tsqueryOf`); a word keeps its heaviest weight.
 */
export const tsvectorOf = (texts: WeighedText, shelf = ''): string =>
  [...weightsOf(texts)]
    .map(([key, weight]) => `'${shelf}${key}':1${weight === 'D' ? '' : weight}`)
    .join(' ')

/** Those among which a misspelt word is looked for: numbers and very short words are none. */
export const vocabularyOf = (texts: WeighedText): string[] =>
  [...weightsOf(texts).keys()].filter((key) => key.length > 2 && !/^\d/.test(key))

/** Of one document, in the index: a stranger's file may hold nothing but long words. */
const MOST_SIGNS_OF_TEXT = 100_000

/** The words of a document that a thing carries, as `tsvectorOf`, the lightest and bounded. */
export function tsvectorOfPages(pages: string[], shelf: string): string {
  const words = tsvectorOf({ D: pages }, shelf)
  return words.length <= MOST_SIGNS_OF_TEXT
    ? words
    : words.slice(0, words.lastIndexOf(' ', MOST_SIGNS_OF_TEXT))
}
