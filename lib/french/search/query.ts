import { dayNumberOf } from './days.js'
import { singular, wordsIn } from './normalise.js'

const MOST_WORDS = 8
/** PostgreSQL reads no longer word than 2,046 octets, and no text of ours keeps one of so many signs: it finds nothing. */
const MOST_SIGNS = 200

/** Words that a person writes between those that she looks for. */
const SMALL_WORDS = new Set(
  'a au aux avec ce ces d dans de des du en et l la le les n numero no ou par pour qu que qui s sur un une'.split(
    ' '
  )
)
/** The same where signs are read: those that are no noun of an administration either. */
const EMPTY_WORDS = new Set(
  'cet cette c elle elles il ils j je leur leurs m mais ne ni nous on sa se ses si sont son t vous y'.split(
    ' '
  )
)
/** Written short in the names of places. */
const SHORT: Record<string, string> = { st: 'saint', ste: 'sainte' }

/**
 * The words of a search, in any order; each must be found. Small words count only when there is
 * nothing else. Empty when nothing written can be looked for.
 */
export function termsOf(typed: string): string[] {
  const words = [...new Set(wordsIn(typed))]
  const telling = words.filter((word) => !SMALL_WORDS.has(word))
  return (telling.length ? telling : words).slice(0, MOST_WORDS)
}

/** Of some words, those that tell something. */
export const tellingOf = (words: string[]): string[] =>
  words.filter((word) => !SMALL_WORDS.has(word) && !EMPTY_WORDS.has(word))

/** What a word of a text answers to: as it is written, in the singular, and in full. */
export const keysOf = (word: string): string[] => [
  ...new Set([word, singular(word), ...(SHORT[word] ? [SHORT[word]] : [])]),
]

/** True when a word of a text answers to a term: by its beginning, but for a number, whole. */
export const answers = (word: string, term: string): boolean =>
  word === dayNumberOf(term) ||
  keysOf(word).some((key) => keysOf(term).includes(key) || isBegunBy(key, term))

const isBegunBy = (key: string, term: string) => isOpen(term) && key.startsWith(term)

/** A number, or a word of one letter, is looked for whole. */
const isOpen = (term: string) => term.length > 1 && !/^\d/.test(term)

/**
 * The terms as PostgreSQL's `tsquery` writes them: our words hold nothing that it reads as a sign.
 * `shelf` is what every word of the index stands behind; `isWhole` leaves out words that only begin so.
 */
export const tsqueryOf = (terms: string[], shelf = '', isWhole = false): string =>
  terms
    .map((term) => {
      const ways = new Set(keysOf(term).map((key) => `'${shelf}${key.slice(0, MOST_SIGNS)}'`))
      const day = dayNumberOf(term)
      if (day) ways.add(`'${shelf}${day}'`)
      else if (isOpen(term) && !isWhole) ways.add(`'${shelf}${term.slice(0, MOST_SIGNS)}':*`)
      return `(${[...ways].join(' | ')})`
    })
    .join(' & ')
