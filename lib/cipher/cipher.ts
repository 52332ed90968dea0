import type { Transform } from 'node:stream'
import { Decrypting } from './decrypting.js'
import { Encrypting } from './encrypting.js'
import type { FileIdentity, KeyRing } from './file_keys.js'
import { CURRENT_CIPHER, FRAME, HEADER, MAGIC, TAG } from './formats.js'

export { CURRENT_CIPHER } from './formats.js'
export { decryptParts, decryptWhole, encryptParts, encryptWhole } from './whole.js'

/** The size on disk of a plain text of `size` bytes. */
export const encryptedSize = (size: number): number =>
  HEADER + size + TAG * Math.max(1, Math.ceil(size / FRAME))

/** The generation of the key that a file of the second format was written under. */
export function generationIn(file: Buffer): number | undefined {
  return file.length >= HEADER ? file.readUInt32BE(MAGIC) : undefined
}

/** Encrypts a file as it flows, under a key of its own bound to `identity` (AES-256-GCM by frames). */
export const encrypting = (ring: KeyRing, identity: FileIdentity): Transform =>
  new Encrypting(ring, identity)

/** `format`: what the row that leads to the file says of it. */
export const decrypting = (
  ring: KeyRing,
  identity: FileIdentity,
  format: number = CURRENT_CIPHER
): Transform => new Decrypting(ring, identity, format)
