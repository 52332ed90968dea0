import { type Bytes } from './bytes.js'
import { Sha256Digest } from './sha256.js'

const BLOCK_BYTES = 64

/**
 * HMAC-SHA-256 (RFC 2104) of something short, by a key of a block at most. WebCrypto asks two journeys
 * to another thread of each, and sealing or opening one share needs seven.
 */
export function hmac(key: Bytes, message: Bytes): Bytes {
  return sum(padded(key, 0x5c), sum(padded(key, 0x36), message))
}

const padded = (key: Bytes, pad: number) =>
  Uint8Array.from({ length: BLOCK_BYTES }, (_, at) => (key[at] ?? 0) ^ pad)

function sum(...parts: Bytes[]): Bytes {
  const digest = new Sha256Digest()
  for (const part of parts) digest.update(part)
  return digest.sum()
}
