import { PDF, PdfName } from '@libpdf/core'

type Decoder = InstanceType<typeof TextDecoder>

/**
 * A name is a string of bytes (ISO 32000-1 §7.3.5), but @libpdf/core 0.4.2 decodes those that hold
 * a `#xx` as UTF-8, and encodes every name as UTF-8 when it writes it: `/Police#E9` comes out as
 * `/Police#EF#BF#BD`, which the content of the page does not know. Here each character of a name
 * stands for one byte, from the reading to the writing.
 */
export function keepNamesAsBytes(): void {
  Object.defineProperty(decoderOfWords(), 'decode', {
    value: oneCharacterPerByte,
    configurable: true,
  })
  PdfName.prototype.toBytes = function (writer) {
    writer.writeBytes(Buffer.from(nameSyntax(this.value), 'latin1'))
  }
}

/** The syntax of a name: irregular bytes become #xx. */
export function nameSyntax(name: string): string {
  let text = '/'
  for (const byte of Buffer.from(name, 'latin1')) {
    const char = String.fromCharCode(byte)
    const isRegular = byte > 0x20 && byte < 0x7f && !'#%()/<>[]{}'.includes(char)
    text += isRegular ? char : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return text
}

function oneCharacterPerByte(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

let known: Decoder | null = null

/** What the library reads its keywords and its escaped names with; found once, before it is changed. */
export const decoderOfWords = (): Decoder => (known ??= found())

/** The library shows nobody its decoder: it is the one that is given the bytes of a known name. */
function found(): Decoder {
  const decode = TextDecoder.prototype.decode
  let one: Decoder | null = null
  TextDecoder.prototype.decode = function (...[bytes, options]: Parameters<typeof decode>) {
    if (bytes instanceof Uint8Array && bytes.length === 1 && bytes[0] === 0xe9) one = this
    return decode.call(this, bytes, options)
  }
  // The reading is over before the promise is handed out; its failure says nothing.
  void PDF.load(Buffer.from('%PDF-1.4\n1 0 obj /#E9 endobj')).catch(() => null)
  TextDecoder.prototype.decode = decode
  if (!one) throw new Error('@libpdf/core reads names in another way: look at this patch again')
  return one
}
