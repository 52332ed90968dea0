import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { DocumentDamaged } from './errors.js'
import type { FileIdentity, KeyRing } from './file_keys.js'
import { FIRST, HEADER, MAGIC, SALT, SECOND, TAG } from './formats.js'
import { firstFrames, secondFrames, type FrameKey } from './frame_keys.js'

/** The header of a new file in the current format, and what seals its frames. */
export function newFile({ current, keys }: KeyRing, identity: FileIdentity) {
  const header = Buffer.alloc(HEADER)
  SECOND.copy(header)
  header.writeUInt32BE(current, MAGIC)
  randomBytes(SALT).copy(header, MAGIC + 4)
  return { header, frames: secondFrames(header, keys.get(current)!, identity) }
}

/**
 * What opens the frames of a file, from its header. The row that leads to the file says its format:
 * an old file put in its place is not read as one. Throws E_DOCUMENT_DAMAGED.
 */
export function framesOf(
  header: Buffer,
  format: number,
  ring: KeyRing,
  identity: FileIdentity
): FrameKey {
  const magic = header.subarray(0, MAGIC)
  if (!magic.equals(format === 1 ? FIRST : SECOND)) throw new DocumentDamaged()
  const generation = format === 1 ? 1 : header.readUInt32BE(MAGIC)
  const dataKey = ring.keys.get(generation)
  if (!dataKey) throw new DocumentDamaged()
  return format === 1 ? firstFrames(header, dataKey) : secondFrames(header, dataKey, identity)
}

/** A frame of plain text as it rests, then its tag. */
export function sealFrame(frames: FrameKey, rank: number, plain: Buffer, last: boolean): Buffer[] {
  const cipher = createCipheriv('aes-256-gcm', frames.key, frames.nonceOf(rank))
  cipher.setAAD(frames.additionalData(rank, last))
  const sealed = cipher.update(plain)
  // In this mode nothing is left to come
  cipher.final()
  return [sealed, cipher.getAuthTag()]
}

/** The plain text of a frame. Throws E_DOCUMENT_DAMAGED. */
export function openFrame(frames: FrameKey, rank: number, sealed: Buffer, last: boolean): Buffer {
  if (sealed.length < TAG) throw new DocumentDamaged()
  const decipher = createDecipheriv('aes-256-gcm', frames.key, frames.nonceOf(rank))
  decipher.setAAD(frames.additionalData(rank, last))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG))
  try {
    decipher.final()
    return plain
  } catch {
    // Its tag is another: a byte was changed, the last frame is missing, or it is another file's
    throw new DocumentDamaged()
  }
}
