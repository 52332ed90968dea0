import type { PDF } from '@libpdf/core'
import type { Place } from '#lib/pdf/witness/section'
import { Dict, Stream, same, type Value } from '#lib/pdf/witness/values'
import type { Witness } from '#lib/pdf/witness/witness'
import { readAgain } from './read_again.js'

/** Nobody nests deeper what is written in place. */
const DEEPEST = 64

/** Beyond, somebody wants to keep us busy. */
const MOST_DOUBLES = 500

/**
 * Whether an update after a signature says a key twice in one dictionary: which of the two counts,
 * ISO 32000-1 §7.3.7 leaves to each reader. What was said twice when it was signed, and is copied
 * as it was, is none of the update.
 */
export function saysKeysTwice(signed: Buffer, bytes: Buffer, pdf: PDF): boolean {
  const [before, after] = [signed, bytes].map((one) => readAgain(one, pdf))
  if (after.trailers.some((one) => newDoubles(one, null)) && !before.trailers.some(hasDoubles))
    return true
  return [...after.places].some(
    ([number, place]) =>
      isElsewhere(before.places.get(number), place) &&
      newDoubles(valueOf(after, number), valueOf(before, number))
  )
}

const isElsewhere = (one: Place | undefined, other: Place) =>
  !one || !other || Object.values(one).join() !== Object.values(other).join()

const valueOf = (witness: Witness, number: number): Value => witness.said(number)?.value ?? null

const hasDoubles = (value: Value) => newDoubles(value, null)

/** Whether a value holds entries said twice that `was` did not hold, whatever its other entries. */
function newDoubles(value: Value, was: Value): boolean {
  const [known, now] = [was, value].map((one) => doublesIn(one))
  if (now.length > MOST_DOUBLES) return true
  return now.some((one) => !known.some((other) => same(one, other)))
}

/** The entries of each dictionary that bear one key, in their order: one list for each key. */
function doublesIn(value: Value, depth = 0): Value[] {
  if (depth > DEEPEST) throw new RangeError('nested too deep')
  if (Array.isArray(value)) return value.flatMap((item) => doublesIn(item, depth + 1))
  const dict = value instanceof Stream ? value.dict : value
  if (!(dict instanceof Dict)) return []
  const byKey = Map.groupBy(dict.entries, ({ key }) => key)
  const doubled = [...byKey.values()].filter((entries) => entries.length > 1)
  return [
    ...doubled.map((entries) => new Dict(entries)),
    ...dict.entries.flatMap((entry) => doublesIn(entry.value, depth + 1)),
  ]
}
