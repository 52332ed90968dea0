import { tableOf } from './table_of.js'
import { Ref, type Value } from './witness/values.js'
import type { Place } from './witness/section.js'
import { Witness } from './witness/witness.js'

/**
 * A damaged file with a table of what is found in it, appended: no byte of its objects is written
 * again, so that its names, its numbers and its contents stay those that were deposited. What stands
 * before the header goes, since readers do not agree on where the offsets start then.
 * Returns null when it holds no catalogue.
 */
export function withNewTable(damaged: Buffer): Buffer | null {
  const bytes = fromHeader(damaged)
  const scanned = new Witness(bytes, null, 'scanned')
  const witness = followed(bytes) ?? scanned
  const root = rootOf(witness)
  if (!root) return null
  const position = bytes.length + 1
  const numbers = [...witness.places.keys(), ...scanned.places.keys()]
  const number = numbers.reduce((a, b) => Math.max(a, b), 0) + 1
  const places = new Map(placesFound(witness)).set(number, { offset: position })
  return Buffer.concat([bytes, tableOf(witness, places, root)])
}

/**
 * The file by its own tables, when these can be followed after all and lead to pages: what they do
 * not give, no reader shows, although it may stand somewhere in the file.
 */
function followed(bytes: Buffer): Witness | null {
  const witness = new Witness(bytes)
  if (witness.isScanned) return null
  const root = rootOf(witness)
  const first = root && witness.list(witness.dict(witness.dict(root)!.get('Pages'))!.get('Kids'))[0]
  return first && witness.dict(first) && isExact(witness) ? witness : null
}

/** Whether every object of a table is where it says: else readers look for all of them anew. */
function isExact(witness: Witness): boolean {
  return [...witness.places].every(
    ([number, place]) => !place || 'within' in place || witness.isWhereSaid(number)
  )
}

function placesFound(witness: Witness): [number, Place][] {
  return [...witness.places.keys()].map((number) => [number, witness.foundAt(number)])
}

function fromHeader(damaged: Buffer): Buffer {
  const at = damaged.subarray(0, 1024).indexOf('%PDF-')
  return at === -1 ? Buffer.concat([Buffer.from('%PDF-1.7\n'), damaged]) : damaged.subarray(at)
}

/** The catalogue that a trailer names, or else the last one of the file. */
function rootOf(witness: Witness): Ref | null {
  const isCatalogue = (value: Value) => witness.dict(witness.dict(value)?.get('Pages') ?? null)
  const named = witness.trailers.map((trailer) => trailer.get('Root'))
  const found = [...witness.places.keys()]
    .reverse()
    .map((number) => new Ref(number, witness.said(number)?.generation ?? 0))
  const root = [...named, ...found].find((value) => value instanceof Ref && isCatalogue(value))
  return root instanceof Ref ? root : null
}
