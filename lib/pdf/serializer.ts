import {
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNull,
  PdfNumber,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfObject,
} from '@libpdf/core'
import { nameSyntax } from '../patches/pdf_names_are_bytes.js'

/** Text to be written as it is, never encrypted: the placeholders of a signature. */
export class Verbatim {
  readonly type = 'raw'
  readonly bytes: Buffer

  constructor(text: string) {
    this.bytes = Buffer.from(text, 'latin1')
  }

  toBytes(writer: { writeBytes(bytes: Uint8Array): void }): void {
    writer.writeBytes(this.bytes)
  }
}

/** What the serializer encrypts strings and streams with, for a locked document. */
export interface Cipher {
  string(bytes: Uint8Array): Uint8Array
  stream(bytes: Uint8Array): Uint8Array
}

/** The PDF syntax of an object (ISO 32000-1 §7.3). Strings are written in hexadecimal. */
export function serialize(value: PdfObject, cipher: Cipher | null = null): Buffer {
  const parts: Buffer[] = []
  write(value, cipher, parts)
  return Buffer.concat(parts)
}

function write(value: PdfObject, cipher: Cipher | null, parts: Buffer[]): void {
  if (value instanceof PdfStream) writeStream(value, cipher, parts)
  else if (value instanceof PdfDict) writeDict([...value], cipher, parts)
  else if (value instanceof PdfArray) writeArray(value, cipher, parts)
  else parts.push(Buffer.from(scalar(value, cipher), 'latin1'))
}

function scalar(value: PdfObject, cipher: Cipher | null): string {
  if (value instanceof Verbatim) return value.bytes.toString('latin1')
  if (value instanceof PdfRef) return value.toString()
  if (value instanceof PdfName) return nameSyntax(value.value)
  if (value instanceof PdfNumber) return numberText(value.value)
  if (value instanceof PdfBool) return String(value.value)
  if (value instanceof PdfNull) return 'null'
  if (value instanceof PdfString) {
    const bytes = cipher ? cipher.string(value.bytes) : value.bytes
    return `<${Buffer.from(bytes).toString('hex')}>`
  }
  throw new TypeError(`a PDF object of type ${value.type} cannot be written`)
}

function writeDict(
  entries: Iterable<[PdfName, PdfObject]>,
  cipher: Cipher | null,
  parts: Buffer[]
): void {
  parts.push(Buffer.from('<<'))
  for (const [key, value] of entries) {
    parts.push(Buffer.from(`${nameSyntax(key.value)} `, 'latin1'))
    write(value, cipher, parts)
    parts.push(Buffer.from('\n'))
  }
  parts.push(Buffer.from('>>'))
}

function writeArray(array: PdfArray, cipher: Cipher | null, parts: Buffer[]): void {
  parts.push(Buffer.from('['))
  for (const item of array) {
    write(item, cipher, parts)
    parts.push(Buffer.from(' '))
  }
  parts.push(Buffer.from(']'))
}

function writeStream(stream: PdfStream, cipher: Cipher | null, parts: Buffer[]): void {
  const data = cipher ? cipher.stream(stream.data) : stream.data
  const entries = [...stream].filter(([key]) => key.value !== 'Length')
  writeDict([...entries, [PdfName.Length, PdfNumber.of(data.length)]], cipher, parts)
  parts.push(Buffer.from('\nstream\n'), Buffer.from(data), Buffer.from('\nendstream'))
}

/** No exponent form exists in PDF (ISO 32000-1 §7.3.3); every other digit is kept. */
function numberText(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(10) : text
}
