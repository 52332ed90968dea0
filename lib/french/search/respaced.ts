import { keysOf } from './query.js'

/** The fewest letters of a part of a word: `co` of « covoiturage ». */
const SHORTEST = 2
const SHORTEST_CUT = 7

const isLetters = (word: string | undefined): word is string => /^[a-z]+$/.test(word ?? '')

/**
 * The ways to read a search with a space more or less around one of its terms: « cantinescolaire »,
 * « péri scolaire » for « périscolaire ». None for a number.
 */
export function respaced(terms: string[], at: number): string[][] {
  const [term, next] = [terms[at], terms[at + 1]]
  if (!isLetters(term)) return []
  const joined = (from: number) => [
    ...terms.slice(0, from),
    terms[from] + terms[from + 1],
    ...terms.slice(from + 2),
  ]
  const ways = isLetters(next) ? [joined(at)] : []
  if (isLetters(terms[at - 1])) ways.push(joined(at - 1))
  if (term.length < SHORTEST_CUT) return ways
  for (let cut = SHORTEST; cut <= term.length - SHORTEST; cut++) {
    ways.push([...terms.slice(0, at), term.slice(0, cut), term.slice(cut), ...terms.slice(at + 1)])
  }
  return ways
}

/** As `tsqueryOf`, of whole words: what a guess begins with is not looked for. */
export const wholeTsquery = (terms: string[], shelf: string): string =>
  terms
    .map(
      (term) =>
        `(${keysOf(term)
          .map((key) => `'${shelf}${key}'`)
          .join(' | ')})`
    )
    .join(' & ')
