import type { PDF } from '@libpdf/core'
import { PdfUnfaithful } from '#lib/signature/errors'
import type { OpenPdf } from './document.js'
import type { Keys } from './witness/keys.js'
import { Witness } from './witness/witness.js'

/** The second reading of an open document, or of what was made of it. Throws E_PDF_UNFAITHFUL. */
export function witnessOf({ bytes, pdf }: OpenPdf): Witness {
  try {
    return new Witness(bytes, keysOf(pdf))
  } catch {
    throw new PdfUnfaithful('sa structure ne peut pas être relue')
  }
}

/** The keys of a document that opens without a password, although it is encrypted. */
function keysOf(pdf: PDF): Keys | null {
  const handler = pdf.context.info.securityHandler
  if (!handler?.isAuthenticated) return null
  return {
    string: (bytes, number, generation) => handler.decryptString(bytes, number, generation),
    stream: (bytes, number, generation) => handler.decryptStream(bytes, number, generation),
  }
}
