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

/** Two names, numbers, booleans or strings that say the same. */
export function isSameScalar(one: PdfObject, other: PdfObject): boolean {
  if (one instanceof PdfName && other instanceof PdfName) return one.value === other.value
  if (one instanceof PdfNumber && other instanceof PdfNumber) return isSameNumber(one, other)
  if (one instanceof PdfBool && other instanceof PdfBool) return one.value === other.value
  if (one instanceof PdfString && other instanceof PdfString)
    return sameBytes(one.bytes, other.bytes)
  return false
}

/** Tools that write an object again round its numbers; nobody sees a thousandth of a point. */
function isSameNumber(one: PdfNumber, other: PdfNumber): boolean {
  return Math.abs(one.value - other.value) < 0.001
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  if (one.buffer === other.buffer && one.byteOffset === other.byteOffset) return true
  return Buffer.compare(one, other) === 0
}
