/** A string of a content stream, and where it ends. */
interface StringOperand {
  bytes: Buffer
  end: number
}

const ESCAPED: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** The string between parentheses that starts at a place (ISO 32000-1 §7.3.4.2). */
export function literalString(bytes: Buffer, start: number): StringOperand {
  const out: number[] = []
  let [at, depth] = [start, 0]
  for (; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 0x5c) {
      const escape = escaped(bytes, at)
      out.push(...escape.bytes)
      at = escape.last
      continue
    }
    if (byte === 0x28 && depth++ === 0) continue
    if (byte === 0x29 && --depth === 0) break
    out.push(byte)
  }
  return { bytes: Buffer.from(out), end: at + 1 }
}

/** The string between < and > that starts at a place; a missing digit is 0 (§7.3.4.3). */
export function hexadecimalString(bytes: Buffer, start: number): StringOperand {
  const closing = bytes.indexOf('>', start)
  const stop = closing === -1 ? bytes.length : closing
  const digits = bytes.toString('latin1', start + 1, stop).replace(/[^0-9a-fA-F]/g, '')
  const even = digits.length % 2 ? `${digits}0` : digits
  return { bytes: Buffer.from(even, 'hex'), end: stop + 1 }
}

/** What a backslash and its followers stand for, and the last of these. */
function escaped(bytes: Buffer, at: number): { bytes: number[]; last: number } {
  const octal = /^[0-7]{1,3}/.exec(bytes.toString('latin1', at + 1, at + 4))
  if (octal) return { bytes: [Number.parseInt(octal[0], 8) & 0xff], last: at + octal[0].length }
  const byte = bytes[at + 1]
  if (byte === 0x0d || byte === 0x0a) return { bytes: [], last: at + 1 }
  return { bytes: [ESCAPED[String.fromCharCode(byte)] ?? byte], last: at + 1 }
}
