import { TAG } from './der.js'

/** One element: tag, length in the shortest form, content (X.690 §10.1). */
export function element(tag: number, ...content: Buffer[]): Buffer {
  const value = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag]), encodedLength(value.length), value])
}

/** SEQUENCE of encodings, in their order (X.690 §8.9). */
export const sequence = (...items: Buffer[]) => element(TAG.sequence, ...items)
/** OCTET STRING (X.690 §8.7). */
export const octetString = (bytes: Buffer) => element(TAG.octetString, bytes)
/** UTF8String (X.690 §8.23). */
export const utf8String = (text: string) => element(TAG.utf8String, Buffer.from(text))
/** NULL (X.690 §8.8). */
export const derNull = () => Buffer.from([TAG.null, 0])
/** TRUE, the only value of BOOLEAN that we write: DER leaves out a default (X.690 §11.1, §11.5). */
export const derTrue = () => Buffer.from([TAG.boolean, 1, 0xff])

/** SET OF: DER sorts the encodings (X.690 §11.6), and a signature is computed on that order. */
export function setOf(...items: Buffer[]): Buffer {
  return element(TAG.set, ...[...items].sort(Buffer.compare))
}

/** `[n]` around whole elements. */
export const explicit = (n: number, ...items: Buffer[]) => element(0xa0 | n, ...items)

/** The same content under a context tag: `[n] IMPLICIT`. */
export function implicit(n: number, encoded: Buffer): Buffer {
  const retagged = Buffer.from(encoded)
  retagged[0] = 0x80 | (encoded[0] & 0x20) | n
  return retagged
}

/** An INTEGER from a small number or from big-endian magnitude bytes. */
export function integer(value: number | Buffer): Buffer {
  const magnitude = typeof value === 'number' ? bytesOf(value) : withoutLeadingZeros(value)
  const padded = magnitude[0] & 0x80 ? Buffer.concat([Buffer.from([0]), magnitude]) : magnitude
  return element(TAG.integer, padded)
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number)
  return element(TAG.oid, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** GeneralizedTime in UTC, to the second (RFC 3161 §2.4.2 forbids trailing zeros). */
export function generalizedTime(date: Date): Buffer {
  return element(TAG.generalizedTime, Buffer.from(`${digits(date)}Z`))
}

/** UTCTime, right until 2049 (RFC 5280 §4.1.2.5.1). */
export function utcTime(date: Date): Buffer {
  return element(TAG.utcTime, Buffer.from(`${digits(date).slice(2)}Z`))
}

function encodedLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const bytes = bytesOf(length)
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

function bytesOf(value: number): Buffer {
  const hex = value.toString(16)
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
}

function withoutLeadingZeros(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  return first === -1 ? Buffer.from([0]) : bytes.subarray(first)
}

function base128(arc: number): number[] {
  const out = [arc & 0x7f]
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
    out.unshift((left & 0x7f) | 0x80)
  }
  return out
}

function digits(date: Date): string {
  return date.toISOString().replace(/[-:T]/g, '').slice(0, 14)
}
