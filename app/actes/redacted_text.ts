import { DomainError } from '#lib/errors'
import { wholeText } from '#lib/pdf/hidden/whole_text'
import { textLayer } from '#lib/pdf/text_layer'
import { hiddenWordsSaid, type LeftInCopy } from './rules/hidden_words_said.js'
import type { RedactedCopy } from './rules/redacted_copy.js'
import { wordsIn } from './rules/said_words.js'
import { wordsElsewhere } from './rules/words_elsewhere.js'

const END = '%%EOF'
/** Versions under the last one that are read: a tool that redacts leaves one. */
const MOST_VERSIONS = 4

/**
 * What a redacted copy still tells of an acte: a black box drawn over a name hides it from the eye
 * alone, and whoever selects the text, or a search engine, reads it. A scanned page has no words to
 * compare: a person must look at it. Runs in a reading thread.
 */
export async function leftInCopy({ copy, originals }: RedactedCopy): Promise<LeftInCopy> {
  const said = await wordsOf(copy)
  const known = new Set<string>()
  for (const original of originals) {
    const words = await wordsOf(original)
    if (words.size > 0 && isWithin(words, said)) return { problem: NOTHING_REMOVED, unsure: null }
    for (const word of words.keys()) for (const one of wordsIn(word)) known.add(one)
  }
  const text = await wholeText(copy)
  const left = hiddenWordsSaid(text)
  if (left.problem || !text) return left
  const elsewhere = wordsElsewhere(text, { originals: known, earlier: await earlierWords(copy) })
  return { ...left, problem: elsewhere }
}

const NOTHING_REMOVED =
  'Tous les mots de l’acte s’y lisent encore, même sous ce qui les masque : retirez-les du texte, ou imprimez la copie masquée comme une image, puis déposez-la.'

/** The words of the versions that a file keeps under its last one (ISO 32000-1 §7.5.6). */
async function earlierWords(copy: Buffer): Promise<Set<string>> {
  const words = new Set<string>()
  let at = copy.lastIndexOf(END)
  for (let tried = 0; tried < MOST_VERSIONS && at > 0; tried++) {
    at = copy.lastIndexOf(END, at - 1)
    if (at < 0) break
    const version = await wordsOf(copy.subarray(0, at + END.length))
    for (const word of version.keys()) words.add(word)
  }
  return words
}

/** How often each word is written. A budget in XML, or what does not open, has none. */
async function wordsOf(bytes: Buffer): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const { pages } = await textLayer(Buffer.from(bytes)).catch((error) => {
    if (!(error instanceof DomainError)) throw error
    return { pages: [] as string[] }
  })
  for (const word of pages.join(' ').split(/\s+/).filter(Boolean)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

const isWithin = (words: Map<string, number>, others: Map<string, number>): boolean =>
  [...words].every(([word, count]) => (others.get(word) ?? 0) >= count)
