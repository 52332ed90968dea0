import { openPdf } from '#lib/pdf/document'
import { judgeUpdate } from '#lib/pdf/judge/judge'
import { PdfUpdate } from '#lib/pdf/update'
import { witnessOf } from '#lib/pdf/witnessed'
import { digestFor, type DigestName } from './algorithms.js'
import type { Appearance } from './appearance.js'
import { digestOfRanges, type ByteRange } from './byte_range.js'
import { refuseWhenCertified } from './certification.js'
import { signedAttributes } from './cms_builder.js'
import { refuseToSpoilSignatures } from './earlier_signatures.js'
import { refuseWhenMisleading } from './misleading.js'
import {
  roomFor,
  signatureDictionary,
  writeByteRange,
  type SaidBySigner,
} from './reserved_place.js'
import { fillSignatureField } from './signature_field.js'

export interface PrepareOptions extends SaidBySigner {
  pdf: Buffer
  /** DER of the signer's certificate, then of the authorities above it. */
  certificate: Buffer
  chain?: Buffer[]
  appearance?: Appearance
  /** A waiting field to fill, or the name of the new one. */
  fieldName?: string
}

/**
 * A document ready to be signed: its bytes with an empty place for the signature, and the
 * attributes whose signature is awaited. Plain data, to be kept between the two phases.
 */
export interface PreparedSignature {
  pdf: Buffer
  byteRange: ByteRange
  digestName: DigestName
  /** Of the two covered ranges. */
  digest: Buffer
  /** The bytes to sign (with `digestName`). */
  signedAttributes: Buffer
  certificate: Buffer
  chain: Buffer[]
  fieldName: string
}

/**
 * First phase of a PAdES signature (EN 319 142-1 §6): appends an update with the signature
 * dictionary and computes what must be signed. Nothing secret is needed.
 * Throws E_PDF_UNREADABLE, E_PDF_LOCKED, E_PDF_CERTIFIED, E_PDF_MISLEADING,
 * E_SIGNATURE_FIELD_TAKEN, and E_PDF_UNFAITHFUL when the result, read again, is not the document with
 * that signature.
 */
export async function prepareSignature(options: PrepareOptions): Promise<PreparedSignature> {
  const document = await openPdf(options.pdf)
  refuseWhenCertified(document.pdf)
  refuseWhenMisleading(document.pdf)
  const chain = options.chain ?? []
  const update = new PdfUpdate(document)
  const room = roomFor([options.certificate, ...chain])
  const signature = update.add(signatureDictionary(options, room))
  const { name: fieldName, isShown } = await fillSignatureField(document, update, signature, {
    fieldName: options.fieldName,
    appearance: options.appearance ?? { kind: 'none' },
  })
  const pdf = update.toBuffer()
  const byteRange = writeByteRange(pdf, update.offsetOf(signature), room)
  judgeUpdate(update.witness, witnessOf({ ...document, bytes: pdf }), {
    kind: 'signature',
    isShown,
  })
  await refuseToSpoilSignatures(document, pdf)
  const digestName = digestFor(options.certificate)
  const digest = digestOfRanges(pdf, byteRange, digestName)
  const { certificate } = options
  return {
    pdf,
    byteRange,
    digestName,
    digest,
    signedAttributes: signedAttributes({ digest, certificate, digestName }),
    certificate,
    chain,
    fieldName,
  }
}

/**
 * Throws what `prepareSignature` would throw about the file itself: E_PDF_UNREADABLE, E_PDF_LOCKED,
 * E_PDF_CERTIFIED, E_PDF_SIGNED_AND_DAMAGED, E_PDF_MISLEADING.
 */
export async function checkSignable(pdf: Buffer): Promise<void> {
  const document = await openPdf(pdf)
  refuseWhenCertified(document.pdf)
  refuseWhenMisleading(document.pdf)
}
