import type forge from 'node-forge'

/** An element as node-forge reads it: BER too, as Java and Windows write these files. */
export interface Node {
  tagClass: number
  type: number
  constructed: boolean
  value: string | Node[]
}

/**
 * What the page and the server bring, each its own: node-forge (BER, and the ciphers that nobody
 * else keeps), the digests, and what to do while a long derivation goes on.
 */
export interface P12Tools {
  forge: Pick<typeof forge, 'asn1' | 'util' | 'cipher'> & { rc2: Rc2 }
  digest(name: DigestName, bytes: Uint8Array): Uint8Array
  /** Called every few thousand rounds with the share of the work that is done. */
  breathe(done: number): Promise<void> | void
}

interface Rc2 {
  createDecryptionCipher(key: unknown, bits: number): forge.cipher.BlockCipher
}

export type DigestName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'

/** Size of a digest and of its block, in bytes (FIPS 180-4 §1). */
export const DIGESTS: Record<DigestName, { length: number; block: number }> = {
  'SHA-1': { length: 20, block: 64 },
  'SHA-256': { length: 32, block: 64 },
  'SHA-384': { length: 48, block: 128 },
  'SHA-512': { length: 64, block: 128 },
}

/** Bytes as node-forge wants them: a character each, 0 to 255. */
export const toBinary = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return text
}

/** The bytes of a text of node-forge. */
export const fromBinary = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (char) => char.charCodeAt(0))
