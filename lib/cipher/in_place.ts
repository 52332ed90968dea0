import { FRAME, TAG } from './formats.js'
import type { FileIdentity, KeyRing } from './file_keys.js'
import { newFile, sealFrame } from './frames.js'

/** What a file in the current format has besides its frames. */
export interface Seals {
  header: Uint8Array
  /** Of each frame, one after the other. */
  tags: Uint8Array
}

const countOf = (bytes: Uint8Array) => Math.max(1, Math.ceil(bytes.length / FRAME))
const frameAt = (bytes: Buffer, rank: number) => bytes.subarray(rank * FRAME, (rank + 1) * FRAME)

/** Encrypts the frames of a file where they stand: its plain text is gone, and no room was taken. */
export function encryptInPlace(ring: KeyRing, identity: FileIdentity, bytes: Buffer): Seals {
  const { header, frames } = newFile(ring, identity)
  const count = countOf(bytes)
  const tags = Buffer.alloc(count * TAG)
  for (let rank = 0; rank < count; rank++) {
    const frame = frameAt(bytes, rank)
    const [sealed, tag] = sealFrame(frames, rank, frame, rank === count - 1)
    // As a copy, in less than half of its time where two threads may look
    frame.fill(sealed)
    tag.copy(tags, rank * TAG)
  }
  return { header, tags }
}

/** The parts of the file that those frames make, in their order. */
export function* partsInPlace({ header, tags }: Seals, bytes: Buffer): Generator<Buffer> {
  yield Buffer.from(header)
  for (let rank = 0; rank < countOf(bytes); rank++) {
    yield frameAt(bytes, rank)
    yield Buffer.from(tags.slice(rank * TAG, (rank + 1) * TAG))
  }
}
