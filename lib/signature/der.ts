/** One decoded ASN.1 element: its tag byte, its content octets, and the whole encoding. */
export interface DerNode {
  tag: number
  value: Buffer
  raw: Buffer
}

/** The bytes are not the ASN.1 they should be. */
export class DerError extends Error {
  code = 'E_DER'
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** Nobody nests deeper; a stranger's file may, to exhaust the stack. */
const DEEPEST = 32

/**
 * Reads the element that starts at `offset`. Indefinite lengths are accepted: CMS blobs made by
 * Java stacks come in BER (X.690 §8.1.3.6), although PDF asks for DER.
 */
export function readDer(bytes: Buffer, offset = 0, depth = 0): DerNode {
  const { tag, start, length } = readHeader(bytes, offset)
  const end = length === null ? endOfIndefinite(bytes, start, depth + 1) : start + length
  if (end > bytes.length) throw new DerError(`element at ${offset} runs past the end`)
  const closing = length === null ? 2 : 0
  return { tag, value: bytes.subarray(start, end - closing), raw: bytes.subarray(offset, end) }
}

/** The elements inside a constructed element, in order. */
export function children(node: DerNode): DerNode[] {
  const found: DerNode[] = []
  for (let at = 0; at < node.value.length;) {
    const child = readDer(node.value, at)
    found.push(child)
    at += child.raw.length
  }
  return found
}

/** The nth element inside, which must be there (and of that tag when one is given). */
export function child(node: DerNode, index: number, tag?: number): DerNode {
  const found = children(node)[index]
  if (!found) throw new DerError(`element ${index} is missing`)
  if (tag !== undefined && found.tag !== tag) {
    throw new DerError(`expected tag ${tag.toString(16)}, found ${found.tag.toString(16)}`)
  }
  return found
}

/** The octets of an OCTET STRING, whole even when BER cut it in pieces. */
export function octets(node: DerNode, depth = 0): Buffer {
  if (depth > DEEPEST) throw new DerError('nested too deep')
  const constructed = (node.tag & 0x20) !== 0
  if (!constructed) return node.value
  return Buffer.concat(children(node).map((part) => octets(part, depth + 1)))
}

/** An OBJECT IDENTIFIER in dotted form. */
export function oidOf(node: DerNode): string {
  if (node.tag !== TAG.oid || node.value.length === 0) throw new DerError('an OID was expected')
  const arcs: number[] = []
  let arc = 0
  for (const byte of node.value) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte & 0x80) continue
    arcs.push(arc)
    arc = 0
  }
  const first = Math.min(Math.floor(arcs[0] / 40), 2)
  return [first, arcs[0] - first * 40, ...arcs.slice(1)].join('.')
}

/** A UTCTime or GeneralizedTime as a date (X.690 §11.7, RFC 5280 §4.1.2.5.1 for the century). */
export function timeOf(node: DerNode): Date {
  const text = node.value.toString('latin1')
  const full =
    node.tag === TAG.utcTime ? (Number(text.slice(0, 2)) < 50 ? '20' : '19') + text : text
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(\.\d+)?Z$/.exec(full)
  if (!match) throw new DerError('a UTC time was expected')
  const [, year, month, day, hour, minute, second = '00', fraction = ''] = match
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`)
}

function readHeader(bytes: Buffer, offset: number) {
  if (offset + 2 > bytes.length) throw new DerError(`nothing to read at ${offset}`)
  const tag = bytes[offset]
  const first = bytes[offset + 1]
  if (first < 0x80) return { tag, start: offset + 2, length: first }
  if (first === 0x80) return { tag, start: offset + 2, length: null }
  const count = first & 0x7f
  if (count > 4 || offset + 2 + count > bytes.length) throw new DerError('impossible length')
  return { tag, start: offset + 2 + count, length: bytes.readUIntBE(offset + 2, count) }
}

function endOfIndefinite(bytes: Buffer, start: number, depth: number): number {
  if (depth > DEEPEST) throw new DerError('nested too deep')
  let at = start
  while (!(bytes[at] === 0 && bytes[at + 1] === 0)) at += readDer(bytes, at, depth).raw.length
  return at + 2
}
