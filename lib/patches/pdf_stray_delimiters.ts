import { PdfStream } from '@libpdf/core'
import { decoderOfWords } from './pdf_names_are_bytes.js'

const [OPEN, CLOSE, BRACE, CLOSING_BRACE, ESCAPE, COMMENT] = [...'(){}\\%'].map((sign) =>
  sign.charCodeAt(0)
)
const [BLANK, LINE_FEED, RETURN, SMALL_S] = [0x20, 0x0a, 0x0d, 's'.charCodeAt(0)]

/** Looked for to the end of the file each time: a sign repeated must not cost its square. */
const MOST_UNCLOSED = 16

/**
 * @libpdf/core 0.4.2 never goes past a `)`, `{` or `}` that stands where an object is expected: it
 * reads the same sign for ever, and fills the memory with warnings. They mean nothing there
 * (ISO 32000-1 §7.2.2): it is given a copy where they are blanks. The same bytes when there is none.
 * Streams and strings keep theirs.
 */
export function withoutStrayDelimiters(bytes: Buffer): Buffer {
  let copy: Buffer | null = null
  let streamsEnd = true
  let unclosed = 0
  for (let at = 0; at < bytes.length; at++) {
    const sign = bytes[at]
    if (sign === COMMENT) at = endOfLine(bytes, at)
    else if (sign === OPEN) {
      const end = unclosed < MOST_UNCLOSED ? endOfString(bytes, at) : at
      if (end === at) unclosed += 1
      at = end
    } else if (sign === CLOSE || sign === BRACE || sign === CLOSING_BRACE) {
      copy ??= Buffer.from(bytes)
      copy[at] = BLANK
    } else if (streamsEnd && sign === SMALL_S && isStream(bytes, at)) {
      const end = bytes.indexOf('endstream', at + 6)
      // Looked for once: a word repeated to the end of the file must not be walked each time.
      if (end === -1) streamsEnd = false
      else at = end + 'endstream'.length - 1
    }
  }
  return copy ?? bytes
}

const isStream = (bytes: Buffer, at: number) =>
  bytes[at + 1] === 0x74 && bytes.toString('latin1', at, at + 6) === 'stream'

function endOfLine(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== RETURN) at++
  return at
}

/** Where a string ends; where it starts when it never does. */
function endOfString(bytes: Buffer, from: number): number {
  let depth = 0
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === ESCAPE) at++
    else if (bytes[at] === OPEN) depth += 1
    else if (bytes[at] === CLOSE && --depth === 0) return at
  }
  return from
}

/** The same in the objects that a stream holds. */
export function keepStraysOutOfObjectStreams(): void {
  const decode = PdfStream.prototype.getDecodedData
  PdfStream.prototype.getDecodedData = function (this: PdfStream) {
    const decoded = decode.call(this)
    if (this.getName('Type')?.value !== 'ObjStm') return decoded
    return withoutStrayDelimiters(Buffer.from(decoded.buffer, decoded.byteOffset, decoded.length))
  }
}

/** Words without a letter, one after another: a reader that goes on meets a few. */
const MOST_EMPTY = 1_000

/**
 * What ends a stream or a string depends on what precedes it, and a file that is changed anywhere
 * may show the library a sign that was taken above for a part of them. It reads the sign as a word
 * without a letter, over and over: it is stopped there, and throws RangeError.
 */
export function stopAtTheSignThatHolds(): void {
  const decoder = decoderOfWords()
  const { decode } = decoder
  let empty = 0
  const value = (bytes: Uint8Array) => {
    empty = bytes.length > 0 ? 0 : empty + 1
    if (empty > MOST_EMPTY) throw new RangeError('a sign of this PDF holds its reader')
    return decode.call(decoder, bytes)
  }
  Object.defineProperty(decoder, 'decode', { value })
}
