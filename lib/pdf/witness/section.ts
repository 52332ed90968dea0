import { isDeepStrictEqual } from 'node:util'
import { Malformed } from './malformed.js'

/** Where an object stands: at an offset, or in a stream of objects; null when it is free. */
export type Place = { offset: number } | { within: number; rank: number } | null

export const MOST_OBJECTS = 8_388_607

/** What one section says: the first row of an object is the one that is heeded here. */
export class Section {
  readonly places = new Map<number, Place>()
  readonly contested = new Set<number>()

  keep(number: number, place: Place): void {
    if (number > MOST_OBJECTS || this.places.size > MOST_OBJECTS)
      throw new Malformed('too many objects')
    if (!this.places.has(number)) this.places.set(number, place)
    else if (!isDeepStrictEqual(this.places.get(number), place)) this.contested.add(number)
  }

  /**
   * What the stream beside a table says (ISO 32000-1 §7.5.8.4): it gives the objects that the table
   * hides, free or absent. Where both place one, the table wins, and some readers heed the stream.
   */
  complete(beside: Section): void {
    for (const [number, place] of beside.places) {
      const own = this.places.get(number)
      if (!own) this.places.set(number, place)
      else if (!isDeepStrictEqual(own, place)) this.contested.add(number)
    }
  }
}
