import { Dict, Stream, Text, type Value } from './values.js'

/** What opens the strings and streams of a locked document. */
export interface Keys {
  string(bytes: Uint8Array, number: number, generation: number): Uint8Array
  stream(bytes: Uint8Array, number: number, generation: number): Uint8Array
}

/** The keys of one object (ISO 32000-1 §7.6.2). */
interface KeysOfObject {
  string(bytes: Uint8Array): Uint8Array
  stream(bytes: Uint8Array): Uint8Array
}

/** A value with its strings and its data in clear. */
export function inClear(value: Value, keys: KeysOfObject): Value {
  if (value instanceof Text) return new Text(Buffer.from(keys.string(value.bytes)))
  if (Array.isArray(value)) return value.map((item) => inClear(item, keys))
  if (value instanceof Stream) {
    const data = Buffer.from(keys.stream(value.data))
    return new Stream(inClear(value.dict, keys) as Dict, data)
  }
  if (!(value instanceof Dict)) return value
  return new Dict(value.entries.map((entry) => ({ ...entry, value: inClear(entry.value, keys) })))
}
