/** How many letters may be wrong: none in a short word, one, then two. */
export const wrongLetters = (term: string): number =>
  /^\d/.test(term) || term.length < 4 ? 0 : term.length < 6 ? 1 : 2

/**
 * Pieces of a word, of which any word at most `faults` letters away from it holds one: a fault touches
 * two letters that follow one another at most, so one piece more than faults, a letter between them.
 */
export function intactPieces(term: string, faults: number): string[] {
  const size = Math.floor((term.length - faults) / (faults + 1))
  return Array.from({ length: faults + 1 }, (_none, rank) => {
    const from = rank * (size + 1)
    return rank === faults ? term.slice(from) : term.slice(from, from + size)
  })
}

/**
 * The words of a vocabulary nearest to a misspelt one, none when all are further than `most` letters. Two letters that
 * changed places count for one fault.
 */
export function nearestTo(
  term: string,
  vocabulary: Iterable<string>,
  most = wrongLetters(term)
): string[] {
  let least = Math.min(most, wrongLetters(term))
  let nearest: string[] = []
  if (least === 0) return []
  for (const word of vocabulary) {
    if (Math.abs(word.length - term.length) > least || /^\d/.test(word)) continue
    const faults = distance(term, word, least)
    if (faults > least) continue
    if (faults < least) nearest = []
    least = faults
    nearest.push(word)
  }
  return nearest
}

/** Faults between two words (optimal string alignment), or more than `most` as soon as it is. */
function distance(one: string, other: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same)
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (i > 1 && j > 1 && swapped) next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[other.length]
}
