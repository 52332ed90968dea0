import type { PDF } from '@libpdf/core'
import type { Witness } from '#lib/pdf/witness/witness'
import { witnessOf } from '#lib/pdf/witnessed'
import { withExactOffsets } from '#lib/pdf/xref_chain'

const known = new WeakMap<Buffer, Witness>()

/** The second reading of a file or of one of its revisions; the same bytes are read once. */
export function readAgain(bytes: Buffer, pdf: PDF): Witness {
  const found = known.get(bytes) ?? witnessOf({ bytes: withExactOffsets(bytes), pdf })
  known.set(bytes, found)
  return found
}
