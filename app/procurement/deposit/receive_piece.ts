import { createHash } from 'node:crypto'
import { tenancy } from '#kernel/tenancy'
import { uploads } from '#kernel/uploads'
import { PIECE_BYTES as RANK_BYTES } from '#lib/uploads/pieces'
import { PieceDiffers, PieceRefused, PliSealed } from '../errors.js'
import { addPiece, hasPiece } from './pieces.js'
import Pli from './pli.js'
import { depositor, MOST_PIECE_BYTES, PLI_PURPOSE } from './purpose.js'

const NONCE_BYTES = 12

/** What a request brings, in memory and bounded. @throws E_PIECE_REFUSED */
export async function readPiece(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > MOST_PIECE_BYTES) throw new PieceRefused()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/**
 * Keeps an encrypted piece under the digest of its bytes, outside any transaction: it is durable
 * when this answers. The same bytes again do no harm; returns whether they are new.
 * @throws E_PIECE_REFUSED, E_PIECE_DIFFERS, E_PLI_MISSING, E_PLI_SEALED and those of the uploads
 */
export async function receivePiece(
  { tenantId, personId, pliId }: { tenantId: string; personId: string; pliId: string },
  sha256: string,
  bytes: Buffer
): Promise<boolean> {
  const isAsTold = createHash('sha256').update(bytes).digest('hex') === sha256
  const owner = depositor(personId)
  const begun = await tenancy.run(tenantId, async () => {
    const pli = await Pli.ofPerson(personId, pliId, false)
    if (pli.state !== 'draft') throw new PliSealed()
    const isKnown = await hasPiece(pliId, sha256)
    if (!isAsTold) throw isKnown ? new PieceDiffers() : new PieceRefused()
    if (bytes.length <= NONCE_BYTES) throw new PieceRefused()
    if (isKnown) return null
    return uploads.begin(owner, { name: sha256, size: bytes.length, sha256, purpose: PLI_PURPOSE })
  })
  if (begun === null) return false
  const ranks = Math.ceil(bytes.length / RANK_BYTES)
  for (let rank = 0; rank < ranks; rank++) {
    const part = bytes.subarray(rank * RANK_BYTES, (rank + 1) * RANK_BYTES)
    await uploads.addRank(rank, { tenantId, owner, id: begun.id, bytes: part })
  }
  const nonce = bytes.subarray(0, NONCE_BYTES).toString('hex')
  const piece = { sha256, size: bytes.length, nonce, uploadId: begun.id }
  await tenancy.run(tenantId, () => addPiece(pliId, piece))
  return true
}
