import { attempt } from '#lib/attempt'
import { indirectAt, type Indirect } from './indirect.js'
import { Lexer } from './lexer.js'
import { Malformed } from './malformed.js'
import { Dict, Name, Stream } from './values.js'
import type { Index } from './sections.js'
import { openShelf } from './shelf.js'

/** What fails may be read again, but a hostile file must not have it read for ever. */
const MOST_REREADINGS = 4

/**
 * The objects of a file whose sections cannot be followed: they are looked for one after the other,
 * the last of a number winning. What stands inside a stream is no object of this file.
 */
export function scanObjects(bytes: Buffer): Index {
  const index: Index = { places: new Map(), trailers: [], contested: new Set(), isHybrid: false }
  let [at, lost] = [0, 0]
  for (let word = nextWord(bytes, at); word; word = nextWord(bytes, at)) {
    if (word.isTrailer) {
      at = word.at + 7
      const trailer = attempt(() => new Lexer(bytes, at).value())
      if (trailer instanceof Dict) index.trailers.unshift(trailer)
      continue
    }
    const object = attempt(() => indirectAt(bytes, word.at, (ref) => lengthAt(bytes, ref.number)))
    if (object) keep(index, object, word.at)
    else lost += 1024
    if (lost > MOST_REREADINGS * bytes.length + 1024 * 1024)
      throw new Malformed('too much is broken')
    at = object?.end ?? word.end
  }
  return index
}

function keep(index: Index, object: Indirect, offset: number): void {
  index.places.set(object.number, { offset })
  if (!(object.value instanceof Stream)) return
  const { dict } = object.value
  const type = dict.get('Type')
  if (!(type instanceof Name)) return
  if (type.bytes === 'XRef') index.trailers.unshift(dict)
  if (type.bytes !== 'ObjStm') return
  const objects = attempt(() => openShelf(object.value as Stream))?.objects ?? []
  objects.forEach(({ number }, rank) => index.places.set(number, { within: object.number, rank }))
}

function nextWord(bytes: Buffer, from: number) {
  const pattern = /(?<![^\0\t\n\f\r >)\]}])(\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj|trailer)/
  for (let [start, width] = [from, NEAR]; start < bytes.length; start += width - OVERLAP) {
    if (start > from) width = WINDOW
    const match = pattern.exec(bytes.toString('latin1', start, start + width))
    if (!match) continue
    const at = start + match.index
    return { at, end: at + match[0].length, isTrailer: match[0] === 'trailer' }
  }
  return null
}

/** The next object mostly follows at once. */
const NEAR = 128
const WINDOW = 4096
const OVERLAP = 64

function lengthAt(bytes: Buffer, number: number): number | null {
  const at = bytes.lastIndexOf(`\n${number} 0 obj`)
  const length = at === -1 ? null : attempt(() => indirectAt(bytes, at, () => null))?.value
  return typeof length === 'number' ? length : null
}
