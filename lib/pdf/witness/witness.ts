import type { Keys } from './keys.js'
import { Malformed } from './malformed.js'
import { ObjectReader, baseOf, type Said } from './object_reader.js'
import { scanObjects } from './scan.js'
import type { Place } from './section.js'
import { readSections, type Index } from './sections.js'
import { Dict, Ref, Stream, type Value } from './values.js'

/**
 * A second reading of a PDF, which shares nothing with the library that writes: names are the bytes
 * of the file, every entry is kept, and what cannot be followed is looked for object by object.
 * Throws Malformed when it finds no structure at all.
 */
export class Witness {
  readonly isScanned: boolean
  private readonly index: Index
  private readonly reader: ObjectReader
  private readonly known = new Map<number, Said | null>()
  private found: Index | null = null

  constructor(
    readonly bytes: Buffer,
    keys: Keys | null = null,
    reading: 'followed' | 'scanned' = 'followed'
  ) {
    this.reader = new ObjectReader(bytes, keys, (number) => this.said(number))
    const followed = reading === 'followed' ? this.follow() : null
    this.isScanned = followed === null
    this.index = followed ?? this.scanned()
    if (this.index.places.size === 0) throw new Malformed('no object')
  }

  get places(): ReadonlyMap<number, Place> {
    return this.index.places
  }

  /** Objects that a section places twice, so that readers do not agree on what they are. */
  get contested(): ReadonlySet<number> {
    return this.index.contested
  }

  /** Whether a table leaves objects to a stream beside it (§7.5.8.4). */
  get isHybrid(): boolean {
    return this.index.isHybrid
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
    return this.reader.startOf(number, place) !== undefined
  }

  /** Where the object of that number was found, which a table may say inexactly; or null. */
  foundAt(number: number): Place {
    const place = this.index.places.get(number)
    if (!place || this.said(number) === null) return null
    return 'within' in place ? { ...place, rank: this.reader.rankOf(number, place) } : place
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
      const index = readSections(this.bytes, baseOf(this.bytes))
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
    if ('within' in place) return this.reader.fromShelf(number, place)
    const at = this.reader.startOf(number, place)
    if (at !== undefined) return this.reader.fromFile(at)
    const elsewhere = this.scanned().places.get(number)
    return elsewhere && 'offset' in elsewhere ? this.reader.fromFile(elsewhere.offset) : null
  }
}
