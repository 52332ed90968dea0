import type { ByteRange } from './byte_range.js'
import { createHash } from 'node:crypto'
import { type PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core'
import { catalogOf, dictAt, openPdf, resolved } from '#lib/pdf/document'
import { Verbatim } from '#lib/pdf/serializer'
import { judgeUpdate } from '#lib/pdf/judge/judge'
import { PdfUpdate } from '#lib/pdf/update'
import { witnessOf } from '#lib/pdf/witnessed'
import { digestFor, type DigestName } from './algorithms.js'
import { signedAttributes } from './cms_builder.js'
import { refuseToSpoilSignatures } from './earlier_signatures.js'
import { PdfCertified } from './errors.js'
import { refuseWhenMisleading } from './misleading.js'
import type { Appearance } from './appearance.js'
import { fillSignatureField } from './signature_field.js'

export interface PrepareOptions {
  pdf: Buffer
  /** DER of the signer's certificate, then of the authorities above it. */
  certificate: Buffer
  chain?: Buffer[]
  /** Time that the signer claims; written in /M, proved later by the time-stamp. */
  signingTime: Date
  reason?: string
  location?: string
  name?: string
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

const ROOM_FOR_TIMESTAMP = 12_288
const ROOM_FOR_STRUCTURE = 2_048
const BYTE_RANGE_WIDTH = 48

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

/** The digest of what a signature covers: everything but its own /Contents. */
export function digestOfRanges(pdf: Buffer, [a, b, c, d]: ByteRange, digestName: string): Buffer {
  const hash = createHash(digestName)
  return hash
    .update(pdf.subarray(a, a + b))
    .update(pdf.subarray(c, c + d))
    .digest()
}

function signatureDictionary(options: PrepareOptions, room: number): PdfDict {
  const dict = new PdfDict()
  dict.set('Type', PdfName.of('Sig'))
  dict.set('ByteRange', new Verbatim(`[${' '.repeat(BYTE_RANGE_WIDTH)}]`))
  dict.set('Contents', new Verbatim(`<${'0'.repeat(room * 2)}>`))
  dict.set('Filter', PdfName.of('Adobe.PPKLite'))
  dict.set('SubFilter', PdfName.of('ETSI.CAdES.detached'))
  dict.set('M', PdfString.fromString(pdfDate(options.signingTime)))
  if (options.name) dict.set('Name', PdfString.fromString(options.name))
  if (options.reason) dict.set('Reason', PdfString.fromString(options.reason))
  if (options.location) dict.set('Location', PdfString.fromString(options.location))
  return dict
}

function writeByteRange(pdf: Buffer, dictionaryAt: number, room: number): ByteRange {
  const rangeAt = pdf.indexOf('/ByteRange [', dictionaryAt) + '/ByteRange ['.length
  const opening = pdf.indexOf('/Contents <', dictionaryAt) + '/Contents '.length
  const closing = opening + room * 2 + 2
  const byteRange: ByteRange = [0, opening, closing, pdf.length - closing]
  pdf.write(byteRange.join(' ').padEnd(BYTE_RANGE_WIDTH), rangeAt, 'latin1')
  return byteRange
}

function roomFor(certificates: Buffer[]): number {
  const certificatesSize = certificates.reduce((sum, der) => sum + der.length, 0)
  return ROOM_FOR_STRUCTURE + ROOM_FOR_TIMESTAMP + certificatesSize
}

/** A certification at level 1 forbids every change, a signature too (ISO 32000-1 §12.8.2.2). */
function refuseWhenCertified(pdf: PDF): void {
  const permissions = dictAt(pdf, catalogOf(pdf), 'Perms')
  const certification = permissions && dictAt(pdf, permissions, 'DocMDP')
  const references = certification && resolved(pdf, certification.get('Reference'))
  const first = references instanceof PdfArray ? resolved(pdf, references.at(0)) : null
  const parameters = first instanceof PdfDict ? dictAt(pdf, first, 'TransformParams') : null
  const level = parameters && resolved(pdf, parameters.get('P'))
  if (level instanceof PdfNumber && level.value === 1) throw new PdfCertified()
}

/** ISO 32000-1 §7.9.4, in UTC. */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`
}
