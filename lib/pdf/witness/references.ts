import { Dict, Ref, Stream, type Value } from './values.js'
import type { Witness } from './witness.js'

const HIGHEST = 8_388_607

/**
 * The highest number that an object bears or that a reference names. A number below it may be that
 * of a deleted object which the pages still name: a new object there would appear on them.
 */
export function highestNumber(witness: Witness): number {
  const size = witness.trailer('Size')
  let highest = typeof size === 'number' && size <= HIGHEST ? size - 1 : 0
  for (const number of witness.places.keys()) {
    highest = Math.max(highest, number)
    forEachReference(witness.said(number)?.value ?? null, (ref) => {
      if (ref.number <= HIGHEST) highest = Math.max(highest, ref.number)
    })
  }
  return highest
}

function forEachReference(value: Value, see: (ref: Ref) => void): void {
  if (value instanceof Ref) see(value)
  else if (Array.isArray(value)) value.forEach((item) => forEachReference(item, see))
  else if (value instanceof Stream) forEachReference(value.dict, see)
  else if (value instanceof Dict)
    value.entries.forEach((entry) => forEachReference(entry.value, see))
}
