import { Dict } from './witness/values.js'
import type { Said } from './witness/object_reader.js'

/**
 * A dictionary with other values for some entries. The rest is copied from the file byte for byte:
 * what a person signs is written as it was deposited, double keys and strange numbers included.
 */
export function withEntries(said: Said & { value: Dict }, entries: Map<string, Buffer>): Buffer {
  const { source, start, end, value } = said
  const parts: Buffer[] = []
  let from = start
  for (const entry of value.entries.filter(({ key }) => entries.has(key))) {
    parts.push(source.subarray(from, entry.start))
    from = entry.end
  }
  parts.push(source.subarray(from, end - 2))
  for (const [key, text] of entries) parts.push(Buffer.from(`\n/${key} `), text)
  return Buffer.concat([...parts, Buffer.from('\n>>')])
}

/** Whether an object can be written that way. */
export function isDictionary(said: Said | null): said is Said & { value: Dict } {
  return said?.value instanceof Dict
}
