import { indirectAt } from './indirect.js'
import { inClear, type Keys } from './keys.js'
import { Lexer, Malformed } from './lexer.js'
import { scanObjects } from './scan.js'
import { readSections, type Index, type Place } from './sections.js'
import { openShelf, type Shelf } from './shelf.js'
import { Dict, Name, Ref, Stream, type Value } from './values.js'

/** An object with the bytes that say it: those of the file, or of the stream that holds it. */
export interface Said {
  value: Value
  source: Buffer
  start: number
  end: number
  generation: number
  isWithinStream: boolean
}

/**
 * A second reading of a PDF, which shares nothing with the library that writes: names are the bytes
 * of the file, every entry is kept, and what cannot be followed is looked for object by object.
 * Throws Malformed when it finds no structure at all.
 */
export class Witness {
  readonly isScanned: boolean
  private readonly index: Index
  private readonly base: number
  private readonly known = new Map<number, Said | null>()
  private readonly shelves = new Map<number, Shelf>()
  private found: Index | null = null

  constructor(
    readonly bytes: Buffer,
    private readonly keys: Keys | null = null,
    reading: 'followed' | 'scanned' = 'followed'
  ) {
    this.base = Math.max(0, bytes.subarray(0, 1024).indexOf('%PDF-'))
    const followed = reading === 'followed' ? this.follow() : null
    this.isScanned = followed === null
    this.index = followed ?? this.scanned()
    if (this.index.places.size === 0) throw new Malformed('no object')
  }

  get places(): ReadonlyMap<number, Place> {
    return this.index.places
  }

  get trailers(): Dict[] {
    return this.index.trailers
  }

  /** An entry of the newest trailer that has it. */
  trailer(key: string): Value {
    return this.trailers.find((dict) => dict.get(key) !== null)?.get(key) ?? null
  }

  /** The object of that number, or null: a reference to nothing is a reference to null (§7.3.10). */
  said(number: number): Said | null {
    if (!this.known.has(number)) {
      this.known.set(number, null) // an object that leads to itself is nothing
      this.known.set(number, this.tryRead(number))
    }
    return this.known.get(number)!
  }

  /** Whether the object of that number is where the tables say, and was not looked for elsewhere. */
  isWhereSaid(number: number): boolean {
    const place = this.index.places.get(number)
    if (!place) return false
    if ('within' in place) return this.said(number) !== null
    return this.startsOf(place).some((start) => this.isAt(number, start))
  }

  resolve(value: Value): Value {
    for (let steps = 0; value instanceof Ref && steps < 32; steps++) {
      value = this.said(value.number)?.value ?? null
    }
    return value instanceof Ref ? null : value
  }

  /** The dictionary behind a value, of a stream too. */
  dict(value: Value): Dict | null {
    const found = this.resolve(value)
    return found instanceof Stream ? found.dict : found instanceof Dict ? found : null
  }

  list(value: Value): Value[] {
    const found = this.resolve(value)
    return Array.isArray(found) ? found : []
  }

  private follow(): Index | null {
    try {
      const index = readSections(this.bytes, this.base)
      const root = index.trailers.map((dict) => dict.get('Root')).find((value) => value !== null)
      const place = root instanceof Ref ? index.places.get(root.number) : null
      return place ? index : null
    } catch {
      return null
    }
  }

  private scanned(): Index {
    this.found ??= scanObjects(this.bytes)
    return this.found
  }

  private tryRead(number: number): Said | null {
    try {
      return this.read(number)
    } catch {
      return null
    }
  }

  private read(number: number): Said | null {
    const place = this.index.places.get(number)
    if (!place) return null
    if ('within' in place) return this.fromShelf(number, place)
    const at = this.startsOf(place).find((start) => this.isAt(number, start))
    if (at !== undefined) return this.fromFile(at)
    const elsewhere = this.scanned().places.get(number)
    return elsewhere && 'offset' in elsewhere ? this.fromFile(elsewhere.offset) : null
  }

  /** Offsets count from the header, or from the first byte. */
  private startsOf({ offset }: { offset: number }): number[] {
    return [offset, offset + this.base]
  }

  private isAt(number: number, at: number): boolean {
    const lexer = new Lexer(this.bytes, at)
    return lexer.integer() === number && lexer.integer() !== null && lexer.takes('obj')
  }

  private fromFile(at: number): Said | null {
    const object = indirectAt(this.bytes, at, (ref) => this.lengthOf(ref))
    if (!object) return null
    const { number, generation, start, end } = object
    const value = this.opened(object.value, number, generation)
    return { value, source: this.bytes, start, end, generation, isWithinStream: false }
  }

  private fromShelf(number: number, { within, rank }: { within: number; rank: number }) {
    const { objects, content } = this.shelf(within)
    const isIt = (object?: { number: number }) => object?.number === number
    const object = isIt(objects[rank]) ? objects[rank] : objects.find(isIt)
    if (!object) return null
    const lexer = new Lexer(content, object.at)
    lexer.skipBlanks()
    const start = lexer.at
    const value = lexer.value()
    return { value, source: content, start, end: lexer.at, generation: 0, isWithinStream: true }
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
}
