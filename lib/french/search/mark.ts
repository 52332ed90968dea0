import { allWordsIn } from './normalise.js'
import { answers, termsOf } from './query.js'

/** A piece of a text, and whether it is why it was found. */
export interface Piece {
  text: string
  marked: boolean
}

/** A text in pieces, those that answer to a search marked; put together they are the text. */
export function marked(text: string, typed: string | string[]): Piece[] {
  const terms = typeof typed === 'string' ? termsOf(typed) : typed
  const pieces: Piece[] = []
  for (const [run] of text.matchAll(/\d+|[\p{L}\p{M}]+|[^\p{L}\p{M}\d]+/gu)) {
    const why = allWordsIn(run).some((word) => terms.some((term) => answers(word, term)))
    const last = pieces.at(-1)
    if (last?.marked === why) last.text += run
    else pieces.push({ text: run, marked: why })
  }
  return pieces
}
