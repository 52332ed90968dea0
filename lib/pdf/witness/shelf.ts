import { tableContent } from './filters.js'
import { Lexer } from './lexer.js'
import { Malformed } from './malformed.js'
import type { Stream } from './values.js'

/** A stream that holds objects (ISO 32000-1 §7.5.7), its table read. */
export interface Shelf {
  content: Buffer
  objects: { number: number; at: number }[]
  /** The rank of each number among them, the first time that it comes. */
  ranks: Map<number, number>
}

/** Opens a stream of objects (ISO 32000-1 §7.5.7). Throws Malformed. */
export function openShelf(stream: Stream): Shelf {
  const [first, count] = [stream.dict.get('First'), stream.dict.get('N')]
  if (typeof first !== 'number' || typeof count !== 'number') throw new Malformed('no shelf')
  const content = tableContent(stream)
  const lexer = new Lexer(content)
  const objects: Shelf['objects'] = []
  while (objects.length < count) {
    const [number, offset] = [lexer.integer(), lexer.integer()]
    if (number === null || offset === null) break
    objects.push({ number, at: first + offset })
  }
  const ranks = new Map(objects.map(({ number }, rank) => [number, rank] as const).toReversed())
  return { content, objects, ranks }
}
