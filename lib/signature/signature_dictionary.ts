import { type PDF, type PdfDict, PdfNumber, type PdfObject, PdfString } from '@libpdf/core'
import { arrayAt, dictAt, resolved } from '#lib/pdf/document'
import { signatureFields } from '#lib/pdf/form'
import { readDer } from './der.js'
import type { ByteRange } from './byte_range.js'

/** A signed field of a PDF, taken apart but not yet checked. */
export interface FoundSignature {
  fieldName: string
  subFilter: string
  /** Null when it is not what ISO 32000-1 §12.8.1 wants. */
  byteRange: ByteRange | null
  /** The CMS or the time-stamp token, without its padding; null when it cannot be read. */
  contents: Buffer | null
  /** Bytes that are no padding come after it: nobody signed them, and readers ignore them. */
  hasMore: boolean
  claimedTime: Date | null
  reason: string | null
  location: string | null
  claimedName: string | null
}

/** The signatures of a document, in the order in which they were put. */
export function findSignatures(bytes: Buffer, pdf: PDF): FoundSignature[] {
  const found = signatureFields(pdf).flatMap((field) => {
    const dict = dictAt(pdf, field.dict, 'V')
    return dict ? [readDictionary(bytes, pdf, field.name, dict)] : []
  })
  return found.sort((a, b) => end(a) - end(b))
}

/** The length of the revision that a signature covers. */
export function end(signature: FoundSignature): number {
  return signature.byteRange ? signature.byteRange[2] + signature.byteRange[3] : 0
}

function readDictionary(bytes: Buffer, pdf: PDF, fieldName: string, dict: PdfDict): FoundSignature {
  const byteRange = readByteRange(bytes, pdf, dict)
  const own = resolved(pdf, dict.get('Contents'))
  return {
    fieldName,
    byteRange,
    subFilter: dict.getName('SubFilter')?.value ?? '',
    ...((byteRange && contentsIn(bytes, byteRange, own)) ?? { contents: null, hasMore: false }),
    claimedTime: pdfTime(text(pdf, dict, 'M')),
    reason: text(pdf, dict, 'Reason'),
    location: text(pdf, dict, 'Location'),
    claimedName: text(pdf, dict, 'Name'),
  }
}

/** Starts at 0, leaves one gap, stays inside the file: anything else hides unsigned bytes. */
function readByteRange(bytes: Buffer, pdf: PDF, dict: PdfDict): ByteRange | null {
  const numbers = arrayAt(pdf, dict, 'ByteRange')
    ?.toArray()
    .map((item) => resolved(pdf, item))
  if (numbers?.length !== 4 || !numbers.every((item) => item instanceof PdfNumber)) return null
  const [a, b, c, d] = numbers.map((item) => item.value)
  const isSane = a === 0 && b > 0 && c > b + 2 && d > 0 && c + d <= bytes.length
  return isSane ? [a, b, c, d] : null
}

/**
 * The gap must be the hexadecimal /Contents of this very dictionary and nothing else: a range copied
 * from another signature would give its signer a second voice.
 */
function contentsIn(
  bytes: Buffer,
  [, opening, closing]: ByteRange,
  own: PdfObject | null
): Pick<FoundSignature, 'contents' | 'hasMore'> | null {
  const gap = bytes.toString('latin1', opening, closing)
  if (!/^<[0-9a-fA-F\s]*>$/.test(gap)) return null
  const decoded = Buffer.from(gap.slice(1, -1).replace(/\s/g, ''), 'hex')
  if (!(own instanceof PdfString) || !decoded.equals(own.bytes.subarray(0, decoded.length)))
    return null
  try {
    const contents = readDer(decoded).raw
    return { contents, hasMore: decoded.subarray(contents.length).some((byte) => byte !== 0) }
  } catch {
    return null
  }
}

function text(pdf: PDF, dict: PdfDict, key: string): string | null {
  const value = resolved(pdf, dict.get(key))
  return value instanceof PdfString ? value.asString() : null
}

/** D:YYYYMMDDHHmmSS with an offset (ISO 32000-1 §7.9.4). */
function pdfTime(value: string | null): Date | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(
    value ?? ''
  )
  if (!match) return null
  const [, year, month, day, hour, minute, second, sign, hours = '00', minutes = '00'] = match
  const offset = sign ? `${sign}${hours}:${minutes}` : 'Z'
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(date.getTime()) ? null : date
}
