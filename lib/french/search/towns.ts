import { answers, keysOf, termsOf } from '#lib/french/search/query'
import { allWordsIn } from '#lib/french/search/normalise'
import { nearestTo } from '#lib/french/search/nearest'

/** A member as whoever looks for her town sees it. */
export interface Town {
  slug: string
  name: string
  /** Nine digits. */
  siren: string
  /** Five digits, as its address says it. */
  postalCode: string | null
}

/** The same, with the words of its name cut once. */
export interface KnownTown extends Town {
  words: string[]
}

/** A town with its words cut, once for all the searches to come. */
export const knownTown = (town: Town): KnownTown => ({ ...town, words: allWordsIn(town.name) })

/** The postal code that an address on one line ends by: « 1 place de la Halle, 35999 Kervalan ». */
export const postalCodeIn = (address: string): string | null =>
  /(?:^|\D)(\d{5})(?=\s+\D|\s*$)/.exec(address)?.[1] ?? null

/**
 * The towns that answer to a name, whole or begun, misspelt when nothing else answers; or to the
 * beginning of a postal code, a SIREN or the SIRET of one of its places. Those with the shortest name
 * first, then in the order given; all of them when nothing is typed.
 */
export function findTowns<T extends KnownTown>(towns: T[], typed: string): T[] {
  if (!typed.trim()) return towns
  const digits = typed.replace(/[\s.]/g, '')
  if (/^\d+$/.test(digits)) return towns.filter((town) => bears(town, digits))
  const terms = termsOf(typed)
  if (terms.length === 0) return []
  const found = towns.filter(({ words }) => terms.every((term) => isAmong(term, words)))
  const shown = found.length > 0 ? found : misspelt(towns, terms)
  return shown.toSorted((one, other) => one.words.length - other.words.length)
}

/** What stands before the name of a town without telling it from another. */
const GENERIC = new Set(['commune', 'ville', 'mairie'])

/** The words that make a name, whatever stands before them and in whatever order: « Ville de St-Kado ». */
const coreOf = (name: string): string =>
  termsOf(name)
    .filter((word) => !GENERIC.has(word))
    .map((word) => keysOf(word).at(-1)!)
    .sort()
    .join(' ')

/** The one that is called so, whole: « saint kado » is « Commune de Saint-Kado »; null when none is. */
export const townCalled = <T extends { name: string }>(towns: T[], typed: string): T | null =>
  (coreOf(typed) && towns.find(({ name }) => coreOf(name) === coreOf(typed))) || null

const bears = ({ siren, postalCode }: Town, digits: string): boolean =>
  digits.length > 5
    ? siren.startsWith(digits.slice(0, 9))
    : (postalCode ?? '').startsWith(digits) || siren.startsWith(digits)

const isAmong = (term: string, words: string[]) => words.some((word) => answers(word, term))

/** Each term that no name bears stands for the words nearest to it. */
function misspelt<T extends KnownTown>(towns: T[], terms: string[]): T[] {
  const vocabulary = new Set(towns.flatMap(({ words }) => words))
  const ways = terms.map((term) =>
    isAmong(term, [...vocabulary]) ? [term] : nearestTo(term, vocabulary)
  )
  return towns.filter(({ words }) => ways.every((way) => way.some((term) => isAmong(term, words))))
}
