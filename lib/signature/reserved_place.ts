import { PdfDict, PdfName, PdfString } from '@libpdf/core'
import { Verbatim } from '#lib/pdf/serializer'
import type { ByteRange } from './byte_range.js'

/** What the signer says beside the signature, in clear. */
export interface SaidBySigner {
  /** Time that the signer claims; written in /M, proved later by the time-stamp. */
  signingTime: Date
  reason?: string
  location?: string
  name?: string
}

const ROOM_FOR_TIMESTAMP = 12_288
const ROOM_FOR_STRUCTURE = 2_048
const BYTE_RANGE_WIDTH = 48

/** The dictionary of a signature to come: `room` bytes are kept for its CMS. */
export function signatureDictionary(said: SaidBySigner, room: number): PdfDict {
  const dict = new PdfDict()
  dict.set('Type', PdfName.of('Sig'))
  dict.set('ByteRange', new Verbatim(`[${' '.repeat(BYTE_RANGE_WIDTH)}]`))
  dict.set('Contents', new Verbatim(`<${'0'.repeat(room * 2)}>`))
  dict.set('Filter', PdfName.of('Adobe.PPKLite'))
  dict.set('SubFilter', PdfName.of('ETSI.CAdES.detached'))
  dict.set('M', PdfString.fromString(pdfDate(said.signingTime)))
  if (said.name) dict.set('Name', PdfString.fromString(said.name))
  if (said.reason) dict.set('Reason', PdfString.fromString(said.reason))
  if (said.location) dict.set('Location', PdfString.fromString(said.location))
  return dict
}

/** Writes what the signature at that place will cover, all but its own /Contents, and returns it. */
export function writeByteRange(pdf: Buffer, dictionaryAt: number, room: number): ByteRange {
  const rangeAt = pdf.indexOf('/ByteRange [', dictionaryAt) + '/ByteRange ['.length
  const opening = pdf.indexOf('/Contents <', dictionaryAt) + '/Contents '.length
  const closing = opening + room * 2 + 2
  const byteRange: ByteRange = [0, opening, closing, pdf.length - closing]
  pdf.write(byteRange.join(' ').padEnd(BYTE_RANGE_WIDTH), rangeAt, 'latin1')
  return byteRange
}

/** How many bytes the CMS of a signature may take, its time-stamp included. */
export function roomFor(certificates: Buffer[]): number {
  const certificatesSize = certificates.reduce((sum, der) => sum + der.length, 0)
  return ROOM_FOR_STRUCTURE + ROOM_FOR_TIMESTAMP + certificatesSize
}

/** ISO 32000-1 §7.9.4, in UTC. */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`
}
