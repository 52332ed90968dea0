import type { Cursor } from './cursor.js'
import { Malformed } from './malformed.js'

/** The string between < and >, which is passed; a missing digit is 0. */
export function hexadecimal(cursor: Cursor): Buffer {
  const end = cursor.bytes.indexOf(0x3e, cursor.at)
  if (end === -1) throw new Malformed('a string never ends')
  const digits = cursor.bytes.toString('latin1', cursor.at + 1, end).replace(/[^0-9a-fA-F]/g, '')
  cursor.at = end + 1
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex')
}

/** The string between parentheses, which is passed. */
export function literal(cursor: Cursor): Buffer {
  const out: number[] = []
  let open = 1
  for (cursor.at++; cursor.at < cursor.bytes.length;) {
    const byte = cursor.bytes[cursor.at++]
    if (byte === 0x5c) escaped(cursor, out)
    else if (byte === 0x0d) {
      if (cursor.bytes[cursor.at] === 0x0a) cursor.at++
      out.push(0x0a)
    } else {
      if (byte === 0x28) open++
      if (byte === 0x29 && --open === 0) return Buffer.from(out)
      out.push(byte)
    }
  }
  throw new Malformed('a string never ends')
}

function escaped(cursor: Cursor, out: number[]): void {
  const octal = /^[0-7]{1,3}/.exec(cursor.bytes.toString('latin1', cursor.at, cursor.at + 3))
  if (octal) {
    cursor.at += octal[0].length
    out.push(Number.parseInt(octal[0], 8) & 0xff)
    return
  }
  const byte = cursor.bytes[cursor.at++]
  if (byte === 0x0d && cursor.bytes[cursor.at] === 0x0a) cursor.at++
  if (byte === 0x0d || byte === 0x0a || byte === undefined) return
  const known = 'nrtbf'.indexOf(String.fromCharCode(byte))
  out.push(known === -1 ? byte : [10, 13, 9, 8, 12][known])
}
