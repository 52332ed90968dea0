import { indirectAt } from './indirect.js'
import { inClear, type Keys } from './keys.js'
import { Lexer } from './lexer.js'
import { Malformed } from './malformed.js'
import { openShelf, type Shelf } from './shelf.js'
import { Name, type Ref, Stream, type Value } from './values.js'

/** An object with the bytes that say it: those of the file, or of the stream that holds it. */
export interface Said {
  value: Value
  source: Buffer
  start: number
  end: number
  generation: number
  isWithinStream: boolean
}

/** Reads the objects of a file at their places, whatever says where these are. */
export class ObjectReader {
  private readonly base: number
  private readonly shelves = new Map<number, Shelf>()

  /** `said` gives the other objects that one may need: a length, the stream that holds it. */
  constructor(
    private readonly bytes: Buffer,
    private readonly keys: Keys | null,
    private readonly said: (number: number) => Said | null
  ) {
    this.base = baseOf(bytes)
  }

  /** Where the object of that number starts, of the places that an offset may mean; or undefined. */
  startOf(number: number, { offset }: { offset: number }): number | undefined {
    // Offsets count from the header, or from the first byte
    return [offset, offset + this.base].find((start) => this.isAt(number, start))
  }

  private isAt(number: number, at: number): boolean {
    const lexer = new Lexer(this.bytes, at)
    return lexer.integer() === number && lexer.integer() !== null && lexer.takes('obj')
  }

  /** The object at an offset of the file, or null when there is none. */
  fromFile(at: number): Said | null {
    const object = indirectAt(this.bytes, at, (ref) => this.lengthOf(ref))
    if (!object) return null
    const { number, generation, start, end } = object
    const value = this.opened(object.value, number, generation)
    return { value, source: this.bytes, start, end, generation, isWithinStream: false }
  }

  private lengthOf(ref: Ref): number | null {
    const value = this.said(ref.number)?.value
    return typeof value === 'number' ? value : null
  }

  /** Strings and streams in clear; a table of sections is never locked (ISO 32000-1 §7.6.1). */
  private opened(value: Value, number: number, generation: number): Value {
    if (!this.keys) return value
    const type = value instanceof Stream ? value.dict.get('Type') : null
    if (type instanceof Name && type.bytes === 'XRef') return value
    return inClear(value, {
      string: (bytes) => this.keys!.string(bytes, number, generation),
      stream: (bytes) => this.keys!.stream(bytes, number, generation),
    })
  }

  /** The object that a stream of objects holds (ISO 32000-1 §7.5.7), or null. */
  fromShelf(number: number, { within, rank }: { within: number; rank: number }): Said | null {
    const { objects, content } = this.shelf(within)
    const found = this.rankOf(number, { within, rank })
    if (found === -1) return null
    const lexer = new Lexer(content, objects[found].at)
    lexer.skipBlanks()
    const start = lexer.at
    const value = lexer.value()
    return { value, source: content, start, end: lexer.at, generation: 0, isWithinStream: true }
  }

  /** Where it stands among the objects of that stream, wherever the table says; or -1. */
  rankOf(number: number, { within, rank }: { within: number; rank: number }): number {
    const { objects, ranks } = this.shelf(within)
    return objects[rank]?.number === number ? rank : (ranks.get(number) ?? -1)
  }

  private shelf(number: number): Shelf {
    const known = this.shelves.get(number)
    if (known) return known
    const stream = this.said(number)?.value
    if (!(stream instanceof Stream)) throw new Malformed('no shelf')
    const shelf = openShelf(stream)
    this.shelves.set(number, shelf)
    return shelf
  }
}

/** Where the header stands: some files have other bytes before it. */
export function baseOf(bytes: Buffer): number {
  return Math.max(0, bytes.subarray(0, 1024).indexOf('%PDF-'))
}
