import { digestOfRanges } from './byte_range.js'
import { signedData } from './cms_builder.js'
import { isSignatureOf } from './cms_verifier.js'
import { PdfUnfaithful, SignatureDoesNotMatch, SignatureTooLarge } from './errors.js'
import type { PreparedSignature } from './prepare.js'
import type { TimestampSource } from './timestamp_client.js'

export interface CompleteOptions {
  /** Where the RFC 3161 token comes from: PAdES B-T; null stays at B-B. */
  timestamp: TimestampSource | null
}

/**
 * Second phase: checks the value with the certificate's public key, has it time-stamped, and puts
 * the CMS in the place that was kept for it. Returns the signed file; `prepared` is left untouched.
 * Throws E_SIGNATURE_DOES_NOT_MATCH, E_TIMESTAMP_UNAVAILABLE, E_SIGNATURE_TOO_LARGE,
 * E_PDF_UNFAITHFUL.
 */
export async function completeSignature(
  prepared: PreparedSignature,
  signatureValue: Buffer,
  { timestamp }: CompleteOptions
): Promise<Buffer> {
  const { signedAttributes: attributes, certificate, chain, digestName } = prepared
  if (!isSignatureOf(attributes, signatureValue, certificate, digestName)) {
    throw new SignatureDoesNotMatch()
  }
  const timestampToken = timestamp ? await timestamp(signatureValue) : undefined
  const signature = signatureValue
  const cms = signedData({ attributes, signature, certificate, chain, digestName, timestampToken })
  const signed = embed(prepared, cms)
  refuseOtherContent(prepared, signed)
  return signed
}

/** What leaves is what was signed: its digest is taken again from the bytes that leave. */
function refuseOtherContent({ byteRange, digest, digestName }: PreparedSignature, signed: Buffer) {
  if (!digestOfRanges(signed, byteRange, digestName).equals(digest)) {
    throw new PdfUnfaithful('ce n’est pas ce que la personne a signé')
  }
}

function embed({ pdf, byteRange }: PreparedSignature, cms: Buffer): Buffer {
  const [, opening, closing] = byteRange
  const room = (closing - opening - 2) / 2
  if (cms.length > room) throw new SignatureTooLarge(cms.length - room)
  const signed = Buffer.from(pdf)
  signed.write(cms.toString('hex'), opening + 1, 'latin1')
  return signed
}
