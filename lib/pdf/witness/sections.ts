import { tableContent } from './filters.js'
import { indirectAt } from './indirect.js'
import { Lexer } from './lexer.js'
import { Malformed } from './malformed.js'
import { MOST_OBJECTS, Section, type Place } from './section.js'
import { Dict, Stream } from './values.js'

/** Of a column of a table: eight bytes hold every number that somebody writes. */
const WIDEST = 16

/** What the sections of a file say together: the newest wins. */
export interface Index {
  places: Map<number, Place>
  /** The newest first. */
  trailers: Dict[]
  /** Objects that one section places at two places: some readers heed the first, others the last. */
  contested: Set<number>
  /** A table leaves objects to a stream beside it. */
  isHybrid: boolean
}

/** Every section of the file, from its last `startxref` (ISO 32000-1 §7.5.4 to §7.5.8). */
export function readSections(bytes: Buffer, base: number): Index {
  const index: Index = { places: new Map(), trailers: [], contested: new Set(), isHybrid: false }
  const seen = new Set<number>()
  const waiting = [startOfSections(bytes)]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue
    seen.add(next)
    const section = new Section()
    const trailer = readSection(bytes, placeOf(bytes, next, base), section)
    index.trailers.push(trailer)
    const [beside, previous] = ['XRefStm', 'Prev'].map((key) => trailer.get(key))
    if (typeof beside === 'number' && !seen.has(beside)) {
      seen.add(beside)
      const hidden = new Section()
      index.trailers.push(readSection(bytes, placeOf(bytes, beside, base), hidden))
      section.complete(hidden)
      index.isHybrid = true
    }
    add(section, index)
    if (typeof previous === 'number') waiting.push(previous)
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

/** What older sections say of an object counts only where newer ones are silent. */
function add({ places, contested }: Section, index: Index): void {
  for (const [number, place] of places) {
    if (index.places.has(number)) continue
    if (index.places.size > MOST_OBJECTS) throw new Malformed('too many objects')
    index.places.set(number, place)
    if (contested.has(number)) index.contested.add(number)
  }
}

function readSection(bytes: Buffer, at: number, section: Section): Dict {
  const lexer = new Lexer(bytes, at)
  if (lexer.takes('xref')) return readTable(lexer, section)
  const object = indirectAt(bytes, at, () => null)
  if (!(object?.value instanceof Stream)) throw new Malformed('no cross-reference section')
  readStream(object.value, section)
  return object.value.dict
}

function readTable(lexer: Lexer, section: Section): Dict {
  while (!lexer.takes('trailer')) {
    const [first, count] = [lexer.integer(), lexer.integer()]
    if (first === null || count === null) throw new Malformed('a table is no table')
    for (let number = first; number < first + count; number++) readRow(lexer, number, section)
  }
  const trailer = lexer.value()
  if (!(trailer instanceof Dict)) throw new Malformed('no trailer')
  return trailer
}

function readRow(lexer: Lexer, number: number, section: Section): void {
  const [offset, generation] = [lexer.integer(), lexer.integer()]
  const isFree = lexer.takes('f')
  if (offset === null || generation === null || (!isFree && !lexer.takes('n'))) {
    throw new Malformed('a row is no row')
  }
  section.keep(number, isFree || offset === 0 ? null : { offset })
}

function readStream(stream: Stream, section: Section): void {
  const widths = numbers(stream.dict, 'W')
  const size = stream.dict.get('Size')
  if (widths.some((width) => width > WIDEST)) throw new Malformed('a column is too wide')
  if (widths.length < 3 || typeof size !== 'number') throw new Malformed('a table has no columns')
  const ranges = numbers(stream.dict, 'Index')
  if (ranges.length === 0) ranges.push(0, size)
  const content = tableContent(stream)
  const row = widths[0] + widths[1] + widths[2]
  if (row === 0) throw new Malformed('a table has no columns')
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
      if (at + row > content.length) throw new Malformed('a table is cut')
      const [kind, one, two] = [column(widths[0], 1), column(widths[1], 0), column(widths[2], 0)]
      const inStream = kind === 2 ? { within: one, rank: two } : null
      section.keep(number, kind === 1 ? { offset: one } : inStream)
    }
  }
}

function numbers(dict: Dict, key: string): number[] {
  const list = dict.get(key)
  const found = Array.isArray(list) ? list.filter((item) => typeof item === 'number') : []
  if (found.some((value) => !(value >= 0))) throw new Malformed(`/${key} is absurd`)
  return found
}
