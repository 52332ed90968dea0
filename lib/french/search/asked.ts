import { allWordsIn, wordsIn } from './normalise.js'
import { keysOf, tellingOf, tsqueryOf } from './query.js'
import { codesIn, numbersApart } from './references.js'
import { otherNamesIn, type OtherNames, type Synonyms } from './synonyms.js'

/** What a person asks with signs: words, whole phrases between quotes, and what she does not want. */
export interface Asked {
  terms: string[]
  /** What a misspelt term may have meant, each as near as the others. */
  meant?: Record<string, string[]>
  /** Terms that are a name of something with other names, any of which answers. */
  names?: OtherNames[]
  /** Terms that are a code: no longer word answers to them. */
  codes?: string[]
  /** The words of each phrase in their order, small ones too. */
  phrases: string[][]
  /** What no answer holds: words, or phrases of several. */
  excluded: string[][]
  /** There were words, and all of them so small that they tell nothing. */
  isTooCommon: boolean
}

const MOST_WORDS = 12

/** A minus or quotes, or both, and what they hold; `2026-117` and `chef-lieu` are words. */
const SIGNED = /(?<=^|\s)(-?)(?:"([^"]*)"|«([^»]*)»|“([^”]*)”)|(?<=^|\s)-(?=[\p{L}\p{N}])(\S+)/gu

/** Reads a search: `permis "de construire" -retiré`. What stands between quotes has no other name. */
export function askedOf(typed: string, synonyms: Synonyms[] = []): Asked {
  const text = typed.normalize('NFC')
  const [quoted, excluded]: [string[][], string[][]] = [[], []]
  for (const [, minus, ...said] of text.matchAll(SIGNED)) {
    const words = wordsIn(said.find((one) => one !== undefined) ?? '')
    const isUnwanted = minus || said[3] !== undefined
    if (words.length > 0) (isUnwanted ? excluded : quoted).push(words)
  }
  const plain = wordsIn(text.replace(SIGNED, ' '))
  const all = [...new Set([...plain, ...quoted.flat()])]
  const telling = tellingOf(all)
  const exact = new Set(quoted.flat())
  const names = [...otherNamesIn(tellingOf(plain), synonyms), ...numbersApart(text)].filter(
    ({ of }) => !of.some((word) => exact.has(word))
  )
  const codes = codesIn(plain)
  return {
    terms: telling.slice(0, MOST_WORDS),
    ...(names.length > 0 && { names }),
    ...(codes.length > 0 && { codes }),
    phrases: quoted.filter((words) => words.length > 1),
    excluded,
    isTooCommon: all.length > 0 && telling.length === 0,
  }
}

/** Every word that answers: what was typed, or what was meant by it. */
export const lookedFor = ({ terms, meant = {}, names = [] }: Asked): string[] => [
  ...terms.flatMap((term) => meant[term] ?? term),
  ...names.flatMap(({ also }) => also.flat()),
]

/** The words of a search as PostgreSQL's `tsquery` writes them; `shelf` as for `tsqueryOf`. */
export function askedTsquery(asked: Asked, shelf: string) {
  const { terms, meant = {}, names = [], codes = [], excluded } = asked
  const named = new Set(names.flatMap(({ of }) => of))
  const all = (words: string[]) => `(${words.map((word) => oneOf(word)).join(' & ')})`
  const oneOf = (term: string) =>
    `(${(meant[term] ?? [term]).map((word) => tsqueryOf([word], shelf, codes.includes(word))).join(' | ')})`
  const wanted = [
    ...terms.filter((term) => !named.has(term)).map(oneOf),
    ...names.map(({ of, also }) => `(${[of, ...also].map(all).join(' | ')})`),
  ]
  return wanted.join(' & ') + withoutExcluded(excluded, shelf)
}

/** What no answer holds, to be added to a `tsquery`; a phrase that is not wanted is looked at later. */
const withoutExcluded = (excluded: string[][], shelf: string): string =>
  excluded
    .filter((words) => words.length === 1)
    .map(([word]) => ` & !${tsqueryOf([word], shelf)}`)
    .join('')

/** Whether the words of a phrase follow one another in a text; singular and plural are one. */
export function holdsPhrase(text: string, phrase: string[]): boolean {
  const words = wordsIn(text)
  const isHere = (at: number) =>
    phrase.every((word, rank) => {
      const held = words[at + rank]
      return held !== undefined && keysOf(held).some((key) => keysOf(word).includes(key))
    })
  return words.some((_word, at) => isHere(at))
}

/** The word as it was typed of which a term was made: « Voierie » for `voierie`. */
export const typedAs = (typed: string, term: string): string =>
  [...typed.matchAll(/\d+|[\p{L}\p{M}]+/gu)].find(([run]) => allWordsIn(run).includes(term))?.[0] ??
  term
