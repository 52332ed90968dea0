import { tableOf } from './table_of.js'
import { Dict, Ref } from './witness/values.js'
import { Witness } from './witness/witness.js'

/**
 * Whether a table and the stream beside it place one object at two places: @libpdf/core 0.4.2 heeds
 * the stream, where ISO 32000-1 §7.5.8.4 and the other readers heed the table first.
 */
export const isContestedHybrid = (bytes: Buffer): boolean => contested(bytes) !== null

/**
 * The same bytes, or a copy for reading only, with one more table, where the library would follow the
 * stream beside a table although the table places the object: it shows then what the others show.
 */
export function withTablesFirst(bytes: Buffer): Buffer {
  const witness = contested(bytes)
  const root = witness?.trailer('Root')
  if (!witness || !(root instanceof Ref)) return bytes
  const number = [...witness.places.keys()].reduce((a, b) => Math.max(a, b), 0) + 1
  const places = new Map(witness.places).set(number, { offset: bytes.length + 1 })
  return Buffer.concat([bytes, tableOf(witness, places, root)])
}

function contested(bytes: Buffer): Witness | null {
  if (!bytes.includes('/XRefStm')) return null
  try {
    const witness = new Witness(bytes)
    // A lock that stands in the trailer itself could not be written again
    const isOdd = bytes.indexOf('%PDF-') !== 0 || witness.trailer('Encrypt') instanceof Dict
    return witness.isHybrid && witness.contested.size > 0 && !isOdd ? witness : null
  } catch {
    return null
  }
}
