const WORDS = 6
const LONGEST = 40
const PAGES = 8

/** « un, deux et trois ». */
export function listed(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`
}

/** The first words, each between « », and how many more there are. */
export function quoted(words: string[]): string {
  const distinct = [...new Set(words)]
  const shown = distinct.slice(0, WORDS).map((word) => `« ${shortened(word)} »`)
  const more = distinct.length - shown.length
  return listed(more > 0 ? [...shown, `${more} autre${more > 1 ? 's' : ''}`] : shown)
}

/** « la page 2 », « les pages 1, 2 et 4 ». */
export function pagesSaid(pages: number[]): string {
  if (pages.length === 1) return `la page ${pages[0]}`
  const shown = pages.slice(0, PAGES).map(String)
  return `les pages ${listed(pages.length > PAGES ? [...shown, 'suivantes'] : shown)}`
}

/** The words of a text, without what parts them, capitals or the forms of a letter. */
export function wordsIn(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('fr')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

const shortened = (word: string) => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word)
