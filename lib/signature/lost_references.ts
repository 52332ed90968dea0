import type { PDF } from '@libpdf/core'
import { scanObjects } from '#lib/pdf/witness/scan'
import { Dict, Ref, Stream, type Value } from '#lib/pdf/witness/values'
import type { Witness } from '#lib/pdf/witness/witness'
import { readAgain } from './read_again.js'

/** What leads nowhere in a file, by « number generation », and its number. */
type Lost = Map<string, number>

const known = new WeakMap<PDF, Lost>()

/**
 * Whether the file as it stands names, since a signature, objects that its tables do not give:
 * freed, left out, or of another generation, although they are written in the file. Some readers
 * show nothing there (ISO 32000-1 §7.3.10), others rebuild the tables and show what they find.
 */
export function losesReferences(signed: Buffer, bytes: Buffer, pdf: PDF): boolean {
  if (!known.has(pdf)) known.set(pdf, lostIn(readAgain(bytes, pdf)))
  const lost = known.get(pdf)!
  if (lost.size === 0) return false
  const before = lostIn(readAgain(signed, pdf))
  const written = scanObjects(bytes).places
  const appended = scanObjects(bytes.subarray(signed.length)).places
  return [...lost].some(
    ([name, number]) => written.has(number) && (!before.has(name) || appended.has(number))
  )
}

/**
 * Whether an update after a signature places an object at two places: the first row counts for some
 * readers, the last for others, and each shows another document.
 */
export function contestsObjects(signed: Buffer, bytes: Buffer, pdf: PDF): boolean {
  const { contested } = readAgain(bytes, pdf)
  if (contested.size === 0) return false
  const before = readAgain(signed, pdf)
  return [...contested].some((number) => !before.contested.has(number))
}

/** Every reference that is reached from the catalogue and does not find its object. */
function lostIn(witness: Witness): Lost {
  const lost: Lost = new Map()
  const seen = new Set<string>()
  const waiting: Value[] = [witness.trailer('Root')]
  while (waiting.length > 0) {
    const value = waiting.pop() ?? null
    if (!(value instanceof Ref)) {
      for (const item of within(value)) waiting.push(item)
      continue
    }
    const name = `${value.number} ${value.generation}`
    if (seen.has(name)) continue
    seen.add(name)
    const found = witness.isWhereSaid(value.number) ? witness.said(value.number) : null
    if (found?.generation === value.generation) waiting.push(found.value)
    else lost.set(name, value.number)
  }
  return lost
}

function within(value: Value): Value[] {
  if (Array.isArray(value)) return value
  const dict = value instanceof Stream ? value.dict : value
  return dict instanceof Dict ? dict.entries.map((entry) => entry.value) : []
}
