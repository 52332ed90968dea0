import { createHash, type Hash } from 'node:crypto'
import { decryptParts } from '#lib/cipher/cipher'
import type { FileIdentity, KeyRing } from '#lib/cipher/file_keys'
import { encryptInPlace } from '#lib/cipher/in_place'
import { HEAD_BYTES } from '#lib/media_type'

/** What is asked of the thread; its bytes are in memory that both sides see. */
export type PieceWork =
  | { do: 'digest'; bytes: Uint8Array }
  | { do: 'encrypt'; bytes: Uint8Array; ring: KeyRing; identity: FileIdentity }
  /** The next encrypted piece of a file of which the digest is taken. */
  | { do: 'follow'; file: number; bytes: Uint8Array; ring: KeyRing; identity: FileIdentity }
  | { do: 'begin'; file: number }
  | { do: 'end'; file: number }

/** The files of which the pieces follow one another here. */
const open = new Map<number, Hash>()

/**
 * `digest`: in hexadecimal. `encrypt`: in place, the seals come back. `follow`: the first plain bytes
 * of the piece. `end`: the digest of the file, in hexadecimal. Throws E_DOCUMENT_DAMAGED.
 */
export function doPieceWork(work: PieceWork): unknown {
  if (work.do === 'digest') return createHash('sha256').update(work.bytes).digest('hex')
  if (work.do === 'begin') return void open.set(work.file, createHash('sha256'))
  if (work.do === 'end') return endOf(work.file)
  const bytes = Buffer.from(work.bytes.buffer, work.bytes.byteOffset, work.bytes.length)
  const ring = { ...work.ring, keys: keysOf(work.ring) }
  if (work.do === 'encrypt') return encryptInPlace(ring, work.identity, bytes)
  return follow(work.file, decryptParts(ring, work.identity, bytes))
}

/** They have crossed as bare bytes. */
const keysOf = ({ keys }: KeyRing) =>
  new Map([...keys].map(([generation, key]) => [generation, Buffer.from(key)]))

function follow(file: number, frames: Iterable<Buffer>): Buffer {
  const hash = hashOf(file)
  let head: Buffer | null = null
  for (const frame of frames) {
    hash.update(frame)
    head ??= Buffer.from(frame.subarray(0, HEAD_BYTES))
  }
  return head!
}

function endOf(file: number): string {
  const hash = hashOf(file)
  open.delete(file)
  return hash.digest('hex')
}

/** A thread that took the place of one that died knows nothing of its files. */
function hashOf(file: number): Hash {
  const hash = open.get(file)
  if (!hash) throw new Error('The thread of pieces has no such file')
  return hash
}
