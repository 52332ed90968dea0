import { inflateSync } from 'node:zlib'
import { RedactionLeftWords } from './errors.js'
import { folded } from './folded.js'
import type { RedactionOrder } from './order.js'
import { wholeText } from '../hidden/whole_text.js'
import { textLayer } from '../text_layer.js'

/** A word so short is a part of too many others to be looked for outside of its pages. */
const SHORTEST = 4

/**
 * Reads a redacted PDF with two readers that did not write it, then its very bytes: what was to go
 * is found nowhere. @throws E_REDACTION_LEFT
 */
export async function judgeRedacted(bytes: Buffer, order: RedactionOrder): Promise<void> {
  const { pages } = await textLayer(Buffer.from(bytes))
  const drawn = await wholeText(bytes)
  if (!drawn || drawn.unread.length > 0) {
    throw new RedactionLeftWords('une page qui ne se relit pas', 'relecture arrêtée')
  }
  for (const word of order.words) {
    const isHere = (page: number) => !order.pages || order.pages.includes(page)
    const isLaid = pages.some((text, at) => isHere(at + 1) && says(text.split(/\s+/), word))
    if (isLaid) throw new RedactionLeftWords(word, 'texte des pages')
    const isDrawn = drawn.pages.some(
      ({ page, words }) =>
        isHere(page) &&
        says(
          words.map(({ text }) => text),
          word
        )
    )
    if (isDrawn) throw new RedactionLeftWords(word, 'dessin des pages')
    if (!order.pages && isInBytes(bytes, word)) throw new RedactionLeftWords(word, 'octets')
  }
  const notes = [...drawn.properties, ...drawn.outline, ...drawn.attachments]
  const said = [...notes, ...drawn.pages.flatMap((page) => page.notes)]
  const left = order.words.find((word) => said.some((note) => folded(note).includes(folded(word))))
  if (left !== undefined) throw new RedactionLeftWords(left, 'propriétés')
}

/** Whether words that follow one another say one, whatever parts them. */
function says(words: string[], wanted: string): boolean {
  const [keys, key] = [words.map(folded).filter(Boolean), folded(wanted)]
  return keys.some((_, start) => {
    let joined = ''
    for (let at = start; at < keys.length && joined.length < key.length; at++) joined += keys[at]
    return joined === key
  })
}

/** In what is written, and in what is packed: as one byte a letter, and as two. */
function isInBytes(bytes: Buffer, word: string): boolean {
  if (folded(word).length < SHORTEST) return false
  const ways = [Buffer.from(word, 'latin1'), Buffer.from(word, 'utf8'), wide(word)]
  const places = [bytes, ...unpacked(bytes)]
  return places.some((place) => ways.some((way) => place.includes(way)))
}

const wide = (word: string) => Buffer.from(word, 'utf16le').swap16()

function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      const end = bytes.indexOf('endstream', at)
      found.push(inflateSync(bytes.subarray(at + 7, end), { maxOutputLength: 60_000_000 }))
    } catch {
      continue // it is not packed this way, and was read as it is
    }
  }
  return found
}
