import {
  PdfBool,
  type PdfDict,
  PdfName,
  PdfNumber,
  PdfStream,
  PdfString,
  type PdfObject,
} from '@libpdf/core'

/** Both are streams of the same bytes, or neither is a stream. */
export function isSameShape(one: PdfDict, other: PdfDict): boolean {
  if (one instanceof PdfStream && other instanceof PdfStream) return sameBytes(one.data, other.data)
  return !(one instanceof PdfStream) && !(other instanceof PdfStream)
}

/** Two names, numbers, booleans or strings that say the same; numbers may be those of a box. */
export function isSameScalar(one: PdfObject, other: PdfObject, ofBox = false): boolean {
  if (one instanceof PdfName && other instanceof PdfName) return one.value === other.value
  if (one instanceof PdfNumber && other instanceof PdfNumber) return isSameNumber(one, other, ofBox)
  if (one instanceof PdfBool && other instanceof PdfBool) return one.value === other.value
  if (one instanceof PdfString && other instanceof PdfString)
    return sameBytes(one.bytes, other.bytes)
  return false
}

/**
 * Tools that write a page again round its boxes: nobody sees a thousandth of a point. A thousandth of
 * a scale (a matrix, a transparency) may be all that is seen.
 */
function isSameNumber(one: PdfNumber, other: PdfNumber, ofBox: boolean): boolean {
  return ofBox ? Math.abs(one.value - other.value) < 0.001 : one.value === other.value
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  if (one.buffer === other.buffer && one.byteOffset === other.byteOffset) return true
  return Buffer.compare(one, other) === 0
}
