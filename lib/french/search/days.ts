const MONTHS =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ')
/** As they are shortened too; what each begins is its own. */
const SHORT_MONTHS = 'janv fevr avr juil sept oct nov dec'.split(' ')

const IN_FIGURES = /(?<![\d/.-])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/])/g
const IN_WORDS = new RegExp(
  `(?<![\\d-])(\\d{1,2})(?:er)?\\s+(${[...MONTHS, ...SHORT_MONTHS].join('|')})(?![a-z])`,
  'g'
)

/**
 * The words that a day of a month is in the index: no French word begins so, a misspelt word of
 * three letters is righted by nothing, and « 28 » alone does not find what was decided on a 28th.
 */
const DAY_WORDS = Array.from(
  { length: 31 },
  (_, at) => `q${'zx'[at % 2]}${'abcdefghijklmnop'[at >> 1]}`
)

const NUMBERS = new Map(DAY_WORDS.map((word, at) => [word, String(at + 1)]))

/** The number of which a word of the index says that it is a day: `28`, or null. */
export const dayNumberOf = (word: string): string | null => NUMBERS.get(word) ?? null

/** The dates of a text in small letters without accents, each in one way: `28/11/2026`, `28 nov`. */
export const datesAlike = (folded: string): string =>
  folded
    .replace(IN_FIGURES, (said, day: string, month: string, year: string) => {
      const [word, name] = [DAY_WORDS[Number(day) - 1], MONTHS[Number(month) - 1]]
      return word && name ? `${word} ${name} ${year}` : said
    })
    .replace(IN_WORDS, (said, day: string, month: string) => {
      const word = DAY_WORDS[Number(day) - 1]
      return word ? `${word} ${MONTHS.find((name) => name.startsWith(month))}` : said
    })

/** A legal day (`2026-11-28`) as the index holds it; nothing for none. */
export function wordsOfDay(day: string | null | undefined): string | null {
  const [, year, month, dayOf] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '') ?? []
  return year ? `${DAY_WORDS[Number(dayOf) - 1]} ${MONTHS[Number(month) - 1]} ${year}` : null
}
