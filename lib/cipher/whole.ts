import { DocumentDamaged } from './errors.js'
import type { FileIdentity, KeyRing } from './file_keys.js'
import { CURRENT_CIPHER, FIRST_HEADER, FRAME, HEADER, TAG } from './formats.js'
import { framesOf, newFile, openFrame, sealFrame } from './frames.js'

/** A file of a few megabytes at most, encrypted in the current format at one go. */
export const encryptWhole = (ring: KeyRing, identity: FileIdentity, plain: Buffer): Buffer =>
  Buffer.concat([...encryptParts(ring, identity, plain)])

/** The same part by part, each made when the one before it is written: none of it is held whole. */
export function* encryptParts(
  ring: KeyRing,
  identity: FileIdentity,
  plain: Buffer
): Generator<Buffer> {
  const { header, frames } = newFile(ring, identity)
  yield header
  const cuts = cut(plain, FRAME)
  for (const [rank, frame] of cuts.entries()) {
    yield* sealFrame(frames, rank, frame, rank === cuts.length - 1)
  }
}

/** The same file in clear. `format`: what the row that leads to it says. Throws E_DOCUMENT_DAMAGED. */
export function decryptWhole(
  ring: KeyRing,
  identity: FileIdentity,
  encrypted: Buffer,
  format: number = CURRENT_CIPHER
): Buffer {
  const opened = [...decryptParts(ring, identity, encrypted, format)]
  return opened.length === 1 ? opened[0] : Buffer.concat(opened)
}

/** The same frame by frame, each opened when it is asked. Throws E_DOCUMENT_DAMAGED. */
export function* decryptParts(
  ring: KeyRing,
  identity: FileIdentity,
  encrypted: Buffer,
  format: number = CURRENT_CIPHER
): Generator<Buffer> {
  const length = format === 1 ? FIRST_HEADER : HEADER
  if (encrypted.length < length) throw new DocumentDamaged()
  const frames = framesOf(encrypted.subarray(0, length), format, ring, identity)
  const cuts = cut(encrypted.subarray(length), FRAME + TAG)
  for (const [rank, frame] of cuts.entries()) {
    yield openFrame(frames, rank, frame, rank === cuts.length - 1)
  }
}

/** Pieces of `size` bytes, the last one shorter; an empty file has one, which is empty. */
function cut(bytes: Buffer, size: number): Buffer[] {
  const count = Math.max(1, Math.ceil(bytes.length / size))
  return Array.from({ length: count }, (_, n) => bytes.subarray(n * size, (n + 1) * size))
}
