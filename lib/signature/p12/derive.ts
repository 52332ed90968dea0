import { DIGESTS, type DigestName, type P12Tools } from './tools.js'
import { P12Error } from './trouble.js'

/** Minutes in a browser; no authority goes near it. */
export const MOST_ROUNDS = 10_000_000
const ROUNDS_BETWEEN_BREATHS = 5_000

/** Counts what a file asks for, and refuses what would never end. */
export class Effort {
  private spent = 0

  /** Throws P12Error('too_slow') when one derivation, or all of them, ask too much. */
  take(rounds: number): void {
    if (!(rounds >= 1)) throw new P12Error('unreadable', 'no round')
    this.spent += rounds
    if (rounds > MOST_ROUNDS || this.spent > MOST_ROUNDS * 8) {
      throw new P12Error('too_slow', String(rounds))
    }
  }
}

export interface Derivation {
  digest: DigestName
  password: Uint8Array
  salt: Uint8Array
  rounds: number
  length: number
}

/** What a derived value is for (RFC 7292 B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 }

/** The derivation of RFC 7292 B.2. */
export async function pkcs12Derive(
  tools: P12Tools,
  purpose: number,
  { digest, password, salt, rounds, length }: Derivation
): Promise<Uint8Array> {
  const { block, length: size } = DIGESTS[digest]
  const diversifier = new Uint8Array(block).fill(purpose)
  const input = concat(filled(salt, block), filled(password, block))
  const output = new Uint8Array(Math.ceil(length / size) * size)
  for (let at = 0; at < output.length; at += size) {
    let hash = tools.digest(digest, concat(diversifier, input))
    for (let round = 1; round < rounds; round++) {
      hash = tools.digest(digest, hash)
      if (round % ROUNDS_BETWEEN_BREATHS === 0) {
        await tools.breathe((at + (size * round) / rounds) / output.length)
      }
    }
    output.set(hash, at)
    addOne(input, filled(hash, block), block)
  }
  return output.subarray(0, length)
}

/** PBKDF2 (RFC 8018 §5.2), by the cryptography of the browser or of Node: off this thread. */
export async function pbkdf2({ digest, password, salt, rounds, length }: Derivation) {
  const key = await crypto.subtle.importKey('raw', plain(password), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: digest, salt: plain(salt), iterations: rounds }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, length * 8))
}

/** HMAC (RFC 2104). */
export function hmac(tools: P12Tools, digest: DigestName, key: Uint8Array, bytes: Uint8Array) {
  const { block } = DIGESTS[digest]
  const padded = new Uint8Array(block)
  padded.set(key.length > block ? tools.digest(digest, key) : key)
  const pad = (value: number) => padded.map((byte) => byte ^ value)
  const inner = tools.digest(digest, concat(pad(0x36), bytes))
  return tools.digest(digest, concat(pad(0x5c), inner))
}

/** Whether two digests are equal; both were computed here, so time tells nothing. */
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index])

function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Repeated until it fills whole blocks; nothing stays nothing. */
function filled(bytes: Uint8Array, block: number): Uint8Array {
  const size = Math.ceil(bytes.length / block) * block
  return Uint8Array.from({ length: size }, (_, index) => bytes[index % bytes.length])
}

/** Each block of the input becomes (block + added + 1) modulo 2^(8 × block). */
function addOne(input: Uint8Array, added: Uint8Array, block: number): void {
  for (let start = 0; start < input.length; start += block) {
    let carry = 1
    for (let index = block - 1; index >= 0; index--) {
      carry += input[start + index] + added[index]
      input[start + index] = carry & 0xff
      carry >>= 8
    }
  }
}

/** WebCrypto takes no empty view of a shared buffer. */
const plain = (bytes: Uint8Array) => Uint8Array.from(bytes)
