/** Which sentences of a text came and went. */
export interface SentenceDiff {
  added: string[]
  removed: string[]
  /** There was more than is told. */
  isCut: boolean
}

const MOST = 40
const MOST_SIGNS = 400
const MOST_SENTENCES = 20_000

/**
 * Compares two texts sentence by sentence, whatever their order: one that moved is not told. Linear,
 * for texts of strangers.
 */
export function compareSentences(before: string[], after: string[]): SentenceDiff {
  const [former, latter] = [sentencesOf(before), sentencesOf(after)]
  const added = without(latter, former)
  const removed = without(former, latter)
  return {
    added: added.slice(0, MOST).map(short),
    removed: removed.slice(0, MOST).map(short),
    isCut:
      Math.max(added.length, removed.length) > MOST ||
      Math.max(former.length, latter.length) >= MOST_SENTENCES,
  }
}

/** The lines and the sentences of pages, spaces made one. */
function sentencesOf(pages: string[]): string[] {
  return pages
    .flatMap((page) => page.split(/\n|(?<=[.;!?])\s/))
    .map((one) => one.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
    .slice(0, MOST_SENTENCES)
}

/** Those of a list that are not, or not as often, in another. */
function without(list: string[], other: string[]): string[] {
  const left = new Map<string, number>()
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1)
  return list.filter((one) => {
    const count = left.get(one) ?? 0
    if (count > 0) left.set(one, count - 1)
    return count === 0
  })
}

const short = (text: string) => (text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS)}…` : text)
