import { tableContent } from './filters.js'
import { indirectAt } from './indirect.js'
import { Lexer } from './lexer.js'
import { Malformed } from './malformed.js'
import { Dict, Stream } from './values.js'

/** Where an object stands: at an offset, or in a stream of objects; null when it is free. */
export type Place = { offset: number } | { within: number; rank: number } | null

/** What the sections of a file say together: the newest wins. */
export interface Index {
  places: Map<number, Place>
  /** The newest first. */
  trailers: Dict[]
}

const MOST_OBJECTS = 8_388_607

/** Every section of the file, from its last `startxref` (ISO 32000-1 §7.5.4 to §7.5.8). */
export function readSections(bytes: Buffer, base: number): Index {
  const index: Index = { places: new Map(), trailers: [] }
  const seen = new Set<number>()
  const waiting = [startOfSections(bytes)]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue
    seen.add(next)
    const trailer = readSection(bytes, placeOf(bytes, next, base), index.places)
    index.trailers.push(trailer)
    // A table may leave objects to a stream that older readers ignore (§7.5.8.4).
    for (const key of ['XRefStm', 'Prev']) {
      const offset = trailer.get(key)
      if (typeof offset === 'number') waiting.push(offset)
    }
  }
  return index
}

function startOfSections(bytes: Buffer): number {
  const at = bytes.lastIndexOf('startxref')
  const start = at === -1 ? null : new Lexer(bytes, at + 9).integer()
  if (start === null) throw new Malformed('no cross-reference section')
  return start
}

/** Offsets count from the header, which some files have after other bytes. */
function placeOf(bytes: Buffer, offset: number, base: number): number {
  const isSection = (at: number) =>
    new Lexer(bytes, at).takes('xref') || /^\s*\d+\s+\d+\s+obj/.test(excerpt(bytes, at))
  const found = [offset, offset + base].find(isSection)
  if (found === undefined) throw new Malformed('no cross-reference section')
  return found
}

const excerpt = (bytes: Buffer, at: number) => bytes.toString('latin1', at, at + 40)

function readSection(bytes: Buffer, at: number, places: Map<number, Place>): Dict {
  const lexer = new Lexer(bytes, at)
  if (lexer.takes('xref')) return readTable(lexer, places)
  const object = indirectAt(bytes, at, () => null)
  if (!(object?.value instanceof Stream)) throw new Malformed('no cross-reference section')
  readStream(object.value, places)
  return object.value.dict
}

function readTable(lexer: Lexer, places: Map<number, Place>): Dict {
  while (!lexer.takes('trailer')) {
    const [first, count] = [lexer.integer(), lexer.integer()]
    if (first === null || count === null) throw new Malformed('a table is no table')
    for (let number = first; number < first + count; number++) readRow(lexer, number, places)
  }
  const trailer = lexer.value()
  if (!(trailer instanceof Dict)) throw new Malformed('no trailer')
  return trailer
}

function readRow(lexer: Lexer, number: number, places: Map<number, Place>): void {
  const [offset, generation] = [lexer.integer(), lexer.integer()]
  const isFree = lexer.takes('f')
  if (offset === null || generation === null || (!isFree && !lexer.takes('n'))) {
    throw new Malformed('a row is no row')
  }
  keep(places, number, isFree || offset === 0 ? null : { offset })
}

function readStream(stream: Stream, places: Map<number, Place>): void {
  const widths = numbers(stream.dict, 'W')
  const size = stream.dict.get('Size')
  if (widths.length < 3 || typeof size !== 'number') throw new Malformed('a table has no columns')
  const ranges = numbers(stream.dict, 'Index')
  if (ranges.length === 0) ranges.push(0, size)
  const content = tableContent(stream)
  let at = 0
  const column = (width: number, otherwise: number) => {
    if (width === 0) return otherwise
    let value = 0
    for (const end = at + width; at < end; at++) value = value * 256 + content[at]
    return value
  }
  for (let run = 0; run + 1 < ranges.length; run += 2) {
    for (let number = ranges[run]; number < ranges[run] + ranges[run + 1]; number++) {
      if (at >= content.length) return
      const [kind, one, two] = [column(widths[0], 1), column(widths[1], 0), column(widths[2], 0)]
      const inStream = kind === 2 ? { within: one, rank: two } : null
      keep(places, number, kind === 1 ? { offset: one } : inStream)
    }
  }
}

function keep(places: Map<number, Place>, number: number, place: Place): void {
  if (number > MOST_OBJECTS || places.size > MOST_OBJECTS) throw new Malformed('too many objects')
  if (!places.has(number)) places.set(number, place)
}

function numbers(dict: Dict, key: string): number[] {
  const list = dict.get(key)
  const found = Array.isArray(list) ? list.filter((item) => typeof item === 'number') : []
  if (found.some((value) => !(value >= 0))) throw new Malformed(`/${key} is absurd`)
  return found
}
