import type { Readable } from 'node:stream'
import { tenancy } from '#kernel/tenancy'
import { uploads } from '#kernel/uploads/uploads'
import type { StoredDocument } from '#kernel/documents'
import type { UploadOwner } from '#lib/uploads/purpose'
import { PIECE_BYTES } from '#lib/uploads/pieces'
import type { SourceEntry } from './source.js'

/** Pieces that are encrypted and written while the next one is read. */
const AT_ONCE = 3

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

async function sendPieces(
  to: { tenantId: string; owner: UploadOwner; id: string },
  file: Readable
) {
  const running = new Set<Promise<unknown>>()
  let [rank, held, bytes]: [number, Buffer[], number] = [0, [], 0]
  const send = async (piece: Buffer) => {
    const sent = uploads.addRank(rank++, { ...to, bytes: piece })
    const done = sent.finally(() => running.delete(done))
    running.add(done)
    if (running.size >= AT_ONCE) await Promise.race(running)
  }
  for await (const chunk of file as AsyncIterable<Buffer>) {
    held.push(chunk)
    bytes += chunk.length
    while (bytes >= PIECE_BYTES) {
      const whole = held.length === 1 ? held[0] : Buffer.concat(held)
      await send(whole.subarray(0, PIECE_BYTES))
      held = [whole.subarray(PIECE_BYTES)]
      bytes -= PIECE_BYTES
    }
  }
  if (bytes > 0) await send(Buffer.concat(held))
  await Promise.all(running)
}
