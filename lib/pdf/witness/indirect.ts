import { Lexer } from './lexer.js'
import { Malformed } from './malformed.js'
import { Dict, Ref, Stream, type Value } from './values.js'

/** An object of the file with its place in the bytes. */
export interface Indirect {
  number: number
  generation: number
  value: Value
  /** Where the value starts, and where the object ends. */
  start: number
  end: number
}

/** The length behind a reference, or null when it cannot be known. */
export type LengthOf = (ref: Ref) => number | null

/** The object `N G obj` at a place (ISO 32000-1 §7.3.10), or null when there is none. */
export function indirectAt(bytes: Buffer, at: number, lengthOf: LengthOf): Indirect | null {
  const lexer = new Lexer(bytes, at)
  const number = lexer.integer()
  const generation = number === null ? null : lexer.integer()
  if (number === null || generation === null || !lexer.takes('obj')) return null
  lexer.skipBlanks()
  const start = lexer.at
  if (lexer.takes('endobj')) return { number, generation, value: null, start, end: lexer.at }
  const value = lexer.value()
  const end = lexer.at
  if (!(value instanceof Dict && lexer.takes('stream'))) {
    return { number, generation, value, start, end }
  }
  const data = streamData(bytes, lexer.at, value, lengthOf)
  return { number, generation, value: new Stream(value, data.bytes), start, end: data.end }
}

/** /Length is believed when `endstream` follows; readers look for that word otherwise. */
function streamData(bytes: Buffer, at: number, dict: Dict, lengthOf: LengthOf) {
  const start = afterLineEnd(bytes, at)
  const said = dict.get('Length')
  const length = said instanceof Ref ? lengthOf(said) : said
  if (typeof length === 'number' && length >= 0 && start + length <= bytes.length) {
    const lexer = new Lexer(bytes, start + length)
    if (lexer.takes('endstream')) {
      return { bytes: bytes.subarray(start, start + length), end: lexer.at }
    }
  }
  const found = bytes.indexOf('endstream', start)
  if (found === -1) throw new Malformed('a stream never ends')
  return { bytes: bytes.subarray(start, beforeLineEnd(bytes, start, found)), end: found + 9 }
}

function afterLineEnd(bytes: Buffer, at: number): number {
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2
  return bytes[at] === 0x0d || bytes[at] === 0x0a ? at + 1 : at
}

function beforeLineEnd(bytes: Buffer, start: number, end: number): number {
  let last = end
  if (last > start && bytes[last - 1] === 0x0a) last--
  if (last > start && bytes[last - 1] === 0x0d) last--
  return last
}
