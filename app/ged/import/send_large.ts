import type { Readable } from 'node:stream'
import { tenancy } from '#kernel/tenancy'
import { uploads } from '#kernel/uploads/uploads'
import type { StoredDocument } from '#kernel/documents'
import type { UploadOwner } from '#lib/uploads/purpose'
import { pieceReader } from '#lib/uploads/piece_reader'
import { roomForPieces } from '#lib/uploads/piece_files'
import { PIECE_BYTES } from '#lib/uploads/pieces'
import type { SourceEntry } from './source.js'

/** Pieces that are encrypted and written while the next one is read. */
const AT_ONCE = 3

/** Of a process: imports that run together wait for one another. */
const room = roomForPieces(AT_ONCE)

/**
 * Keeps a large file piece after piece, outside any transaction but the last one, in which `onKept`
 * files it: memory stays flat, and nothing waits for it.
 */
export async function sendLarge(
  tenantId: string,
  owner: UploadOwner,
  { names, size, open }: SourceEntry,
  onKept: (document: StoredDocument) => Promise<void>
): Promise<void> {
  const announced = { name: names.at(-1)!, size, purpose: 'ged.import' }
  const { id } = await tenancy.run(tenantId, () => uploads.begin(owner, announced))
  try {
    await sendPieces({ tenantId, owner, id }, await open())
    await uploads.keep(tenantId, owner, id, { onKept })
  } catch (error) {
    await tenancy.run(tenantId, () => uploads.forget(id))
    throw error
  }
}

/** Read one after the other, in room that the thread of pieces sees; kept several at once. */
async function sendPieces(
  to: { tenantId: string; owner: UploadOwner; id: string },
  file: Readable
) {
  const fill = pieceReader(file)
  let [next, read, hasEnded] = [0, Promise.resolve<unknown>(undefined), false]
  const sendOne = (lent: Buffer) => {
    const reading = read.then(async () => ({
      bytes: await fill(lent.subarray(0, PIECE_BYTES)),
      rank: next++,
    }))
    read = reading.catch(() => undefined) // told to whoever waits for these bytes
    return reading.then(async ({ bytes, rank }) => {
      if (bytes.length === 0) hasEnded = true
      else await uploads.addRank(rank, { ...to, bytes })
    })
  }
  const lane = async () => {
    try {
      while (!hasEnded) await room.lend(sendOne)
    } finally {
      hasEnded = true
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
