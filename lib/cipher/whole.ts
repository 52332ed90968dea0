import { DocumentDamaged } from './errors.js'
import type { FileIdentity, KeyRing } from './file_keys.js'
import { CURRENT_CIPHER, FIRST_HEADER, FRAME, HEADER, TAG } from './formats.js'
import { framesOf, newFile, openFrame, sealFrame } from './frames.js'

/** A file of a few megabytes at most, encrypted in the current format at one go. */
export function encryptWhole(ring: KeyRing, identity: FileIdentity, plain: Buffer): Buffer {
  const { header, frames } = newFile(ring, identity)
  const sealed = cut(plain, FRAME).flatMap((frame, rank, { length }) =>
    sealFrame(frames, rank, frame, rank === length - 1)
  )
  return Buffer.concat([header, ...sealed])
}

/** The same file in clear. `format`: what the row that leads to it says. Throws E_DOCUMENT_DAMAGED. */
export function decryptWhole(
  ring: KeyRing,
  identity: FileIdentity,
  encrypted: Buffer,
  format: number = CURRENT_CIPHER
): Buffer {
  const length = format === 1 ? FIRST_HEADER : HEADER
  if (encrypted.length < length) throw new DocumentDamaged()
  const frames = framesOf(encrypted.subarray(0, length), format, ring, identity)
  const opened = cut(encrypted.subarray(length), FRAME + TAG).map((frame, rank, all) =>
    openFrame(frames, rank, frame, rank === all.length - 1)
  )
  return opened.length === 1 ? opened[0] : Buffer.concat(opened)
}

/** Pieces of `size` bytes, the last one shorter; an empty file has one, which is empty. */
function cut(bytes: Buffer, size: number): Buffer[] {
  const count = Math.max(1, Math.ceil(bytes.length / size))
  return Array.from({ length: count }, (_, n) => bytes.subarray(n * size, (n + 1) * size))
}
