import type { Node, P12Tools } from './tools.js'
import { P12Error } from './trouble.js'

/** Reads one element of DER or BER; throws P12Error('unreadable'). */
export function parse({ forge }: Pick<P12Tools, 'forge'>, binary: string): Node {
  try {
    const options = { strict: false, parseAllBytes: false, decodeBitStrings: false }
    return forge.asn1.fromDer(binary, options as never) as unknown as Node
  } catch {
    throw new P12Error('unreadable')
  }
}

const SEQUENCE = 0x30
const INDEFINITE = 0x80

/**
 * Whether a binary string is one SEQUENCE and nothing else, by what its head says (X.690 §8.1): all that
 * is locked in a .p12 is one (RFC 7292 §4.2), and bytes that a wrong key gave are none.
 */
export function isWholeSequence(binary: string): boolean {
  const [tag, first] = [binary.charCodeAt(0), binary.charCodeAt(1)]
  if (tag !== SEQUENCE) return false
  if (first === INDEFINITE) return binary.endsWith('\0\0')
  const more = first < INDEFINITE ? 0 : first - INDEFINITE
  const said = more === 0 ? [first] : [...binary.slice(2, 2 + more)].map((one) => one.charCodeAt(0))
  const length = said.reduce((total, byte) => total * 256 + byte, 0)
  return binary.length === 2 + more + length
}

/** The elements inside one; throws when it holds none. */
export function inside(node: Node | undefined): Node[] {
  if (!node || !Array.isArray(node.value)) throw new P12Error('unreadable')
  return node.value
}

/** The octets of a string, whole even when BER cut it in pieces. */
export function octets(node: Node | undefined, depth = 0): string {
  if (!node || depth > 16) throw new P12Error('unreadable')
  if (typeof node.value === 'string') return node.value
  return node.value.map((part) => octets(part, depth + 1)).join('')
}

/** An OBJECT IDENTIFIER in dotted form. */
export function oid({ forge }: Pick<P12Tools, 'forge'>, node: Node | undefined): string {
  if (!node || node.type !== 6 || typeof node.value !== 'string') throw new P12Error('unreadable')
  return forge.asn1.derToOid(forge.util.createBuffer(node.value))
}

/** A positive INTEGER. */
export function count(node: Node | undefined): number {
  if (!node || node.type !== 2 || typeof node.value !== 'string') throw new P12Error('unreadable')
  let total = 0
  for (const char of node.value.slice(0, 8)) total = total * 256 + char.charCodeAt(0)
  return node.value.charCodeAt(0) >= 0x80 || node.value.length > 8 ? Infinity : total
}
