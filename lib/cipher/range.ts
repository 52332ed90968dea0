import type { Readable } from 'node:stream'
import type { FileIdentity, KeyRing } from './file_keys.js'
import { FRAME, HEADER, TAG } from './formats.js'
import type { FrameKey } from './frame_keys.js'
import { framesOf, openFrame } from './frames.js'

/** Bytes of an encrypted file, `end` included. */
export type OpenBytes = (start: number, end: number) => Promise<Readable>

/**
 * Some bytes of a file of the second format that weighs `size` in clear, `end` included: only the
 * frames that hold them are read and opened, each bound to its place. Fails with E_DOCUMENT_DAMAGED.
 */
export async function* decryptRange(
  ring: KeyRing,
  identity: FileIdentity,
  { size, start, end, open }: { size: number; start: number; end: number; open: OpenBytes }
): AsyncGenerator<Buffer> {
  const header = Buffer.concat(await Array.fromAsync(await open(0, HEADER - 1)))
  const frames = framesOf(header, 2, ring, identity)
  const [first, last] = [Math.floor(start / FRAME), Math.floor(end / FRAME)]
  const lastOfAll = Math.max(0, Math.ceil(size / FRAME) - 1)
  const sealedEnd = last === lastOfAll ? size - last * FRAME + TAG : FRAME + TAG
  const from = HEADER + first * (FRAME + TAG)
  const sealed = await open(from, HEADER + last * (FRAME + TAG) + sealedEnd - 1)
  let rank = first
  for await (const frame of cut(sealed, FRAME + TAG)) {
    const plain = openAt(frames, rank, frame, lastOfAll)
    const begin = rank === first ? start - first * FRAME : 0
    yield plain.subarray(begin, rank === last ? end + 1 - last * FRAME : undefined)
    rank++
  }
}

const openAt = (frames: FrameKey, rank: number, frame: Buffer, lastOfAll: number) =>
  openFrame(frames, rank, frame, rank === lastOfAll)

/** A stream in parts of `size` bytes, the last one shorter. */
async function* cut(source: Readable, size: number): AsyncGenerator<Buffer> {
  let pending = Buffer.alloc(0)
  for await (const chunk of source) {
    pending = Buffer.concat([pending, chunk])
    let offset = 0
    for (; pending.length - offset >= size; offset += size) {
      yield pending.subarray(offset, offset + size)
    }
    pending = pending.subarray(offset)
  }
  if (pending.length > 0) yield pending
}
