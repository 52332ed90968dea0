import { createHash } from 'node:crypto'
import { encryptParts } from '#lib/cipher/cipher'
import type { FileIdentity, KeyRing } from '#lib/cipher/file_keys'
import { partsInPlace, type Seals } from '#lib/cipher/in_place'
import { PieceThread } from './apart/thread.js'

const thread = new PieceThread()
let files = 0

/** Only what both threads see goes there: bytes that were to be copied first gain nothing. */
const isShared = ({ buffer }: Buffer) => buffer instanceof SharedArrayBuffer

/** The digest of a piece, in hexadecimal. */
export async function digestOf(bytes: Buffer): Promise<string> {
  if (isShared(bytes)) return thread.run<string>({ do: 'digest', bytes })
  return createHash('sha256').update(bytes).digest('hex')
}

/** A piece as it rests, part by part. Bytes in room that is lent are encrypted where they stand. */
export async function encryptedParts(
  ring: KeyRing,
  identity: FileIdentity,
  bytes: Buffer
): Promise<Iterable<Buffer>> {
  if (!isShared(bytes)) return encryptParts(ring, identity, bytes)
  const work = { do: 'encrypt' as const, bytes, ring: currentOf(ring), identity }
  return partsInPlace(await thread.run<Seals>(work), bytes)
}

const currentOf = ({ current, keys }: KeyRing): KeyRing => ({
  current,
  keys: new Map([[current, keys.get(current)!]]),
})

/** Adds the next encrypted piece of a file to its digest; gives the first plain bytes of the piece. */
type Follow = (ring: KeyRing, identity: FileIdentity, bytes: Buffer) => Promise<Buffer>

/** The digest of a file of which `each` gives the pieces in their order, in hexadecimal. */
export async function digestOfPieces(each: (follow: Follow) => Promise<void>): Promise<string> {
  const file = files++
  return thread.during(async () => {
    await thread.run({ do: 'begin', file })
    try {
      await each(async (ring, identity, bytes) =>
        Buffer.from(await thread.run<Uint8Array>({ do: 'follow', file, bytes, ring, identity }))
      )
    } catch (error) {
      await thread.run({ do: 'end', file }).catch(() => undefined) // what failed is what is told
      throw error
    }
    return thread.run<string>({ do: 'end', file })
  })
}
