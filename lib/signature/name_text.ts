import { TAG, type DerNode } from './der.js'

const UNIVERSAL_STRING = 0x1c
const BMP_STRING = 0x1e

/**
 * The text of an attribute of a name, of whichever string type (RFC 5280 §4.1.2.4), as any base and
 * any XML can hold it: a certificate is written by a stranger, and may hold a NUL or half of a pair.
 */
export function nameText(node: DerNode): string {
  return decoded(node)
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .trim()
    .toWellFormed()
}

function decoded({ tag, value }: DerNode): string {
  if (tag === BMP_STRING) {
    const whole = value.subarray(0, value.length - (value.length % 2))
    return Buffer.from(whole).swap16().toString('utf16le')
  }
  if (tag === UNIVERSAL_STRING) return universal(value)
  return value.toString(tag === TAG.utf8String ? 'utf8' : 'latin1')
}

function universal(value: Buffer): string {
  const points: number[] = []
  for (let at = 0; at + 4 <= value.length; at += 4) points.push(value.readUInt32BE(at))
  return points.map((point) => String.fromCodePoint(point > 0x10ffff ? 0xfffd : point)).join('')
}
