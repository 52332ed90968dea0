import { DomainError } from '#lib/errors'
import { textLayer } from '#lib/pdf/text_layer'
import type { RedactedCopy } from './rules/redacted_copy.js'

/**
 * Why a redacted copy still tells all of an acte, in French, or null: a black box drawn over a name
 * hides it from the eye alone, and whoever selects the text, or a search engine, reads it. A scanned
 * page has no words to compare. Runs in a reading thread.
 */
export async function nothingRemoved({ copy, originals }: RedactedCopy): Promise<string | null> {
  const said = await wordsOf(copy)
  for (const original of originals) {
    const words = await wordsOf(original)
    if (words.size > 0 && isWithin(words, said)) {
      return 'Tous les mots de l’acte s’y lisent encore, même sous ce qui les masque : retirez-les du texte, ou imprimez la copie masquée comme une image, puis déposez-la.'
    }
  }
  return null
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
