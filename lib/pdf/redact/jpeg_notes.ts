import { PdfArray, PdfName, type PdfStream } from '@libpdf/core'

const SCAN = 0xda
const ADOBE = 0xee
const COMMENT = 0xfe

/** The bytes of a stream; those of a photograph without its place, its thumbnail, its comments. */
export function withoutNotes(source: PdfStream): Uint8Array {
  const filter = source.get('Filter')
  const name = filter instanceof PdfArray && filter.length === 1 ? filter.at(0) : filter
  const isJpeg = name instanceof PdfName && ['DCTDecode', 'DCT'].includes(name.value)
  return isJpeg ? bareJpeg(Buffer.from(source.data)) : source.data
}

/** Up to its first scan, what applications say (APPn, COM) but the way of its colours (APP14). */
function bareJpeg(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== SCAN) {
    const marker = bytes[at + 1]
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const isNote = (marker >= 0xe0 && marker <= 0xef && marker !== ADOBE) || marker === COMMENT
    if (!isNote) parts.push(bytes.subarray(at, end))
    at = end
  }
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]))
  parts.push(bytes.subarray(at, end > at ? end + 2 : bytes.length))
  return Buffer.concat(parts)
}
