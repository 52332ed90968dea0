import { createHash } from 'node:crypto'
import { tenancy } from '#kernel/tenancy'
import { uploads } from '#kernel/uploads'
import { isUuid } from '#lib/values'
import { PIECE_BYTES as RANK_BYTES } from '#lib/uploads/pieces'
import { PieceDiffers, PieceRefused, PliMissing, PliSealed } from '../errors.js'
import type { Deposit } from './hold_deposit.js'
import { addPiece } from './pieces.js'
import { depositor, MOST_PIECE_BYTES, PLI_PURPOSE } from './purpose.js'

const NONCE_BYTES = 12
const DIGEST = /^[0-9a-f]{64}$/

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
  { tenantId, personId, pliId }: Deposit,
  sha256: string,
  bytes: Buffer
): Promise<boolean> {
  const isAsTold = createHash('sha256').update(bytes).digest('hex') === sha256
  const owner = depositor(personId)
  if (!isUuid(pliId) || !isUuid(personId)) throw new PliMissing()
  if (!DIGEST.test(sha256)) throw new PieceRefused()
  const asked = pliAndPiece({ tenantId, personId, pliId }, sha256)
  const begun = await tenancy.runAfter(tenantId, asked, async (_context, [row]) => {
    if (!row) throw new PliMissing()
    if (row.state !== 'draft') throw new PliSealed()
    const isKnown: boolean = row.is_known
    if (!isAsTold) throw isKnown ? new PieceDiffers() : new PieceRefused()
    if (bytes.length <= NONCE_BYTES) throw new PieceRefused()
    if (isKnown) return null
    return uploads.begin(owner, { name: sha256, size: bytes.length, sha256, purpose: PLI_PURPOSE })
  })
  if (begun === null) return false
  const nonce = bytes.subarray(0, NONCE_BYTES).toString('hex')
  const piece = { sha256, size: bytes.length, nonce, uploadId: begun.id }
  const last = Math.ceil(bytes.length / RANK_BYTES) - 1
  for (let rank = 0; rank <= last; rank++) {
    const part = bytes.subarray(rank * RANK_BYTES, (rank + 1) * RANK_BYTES)
    const onRecorded = rank === last ? () => addPiece(pliId, piece) : undefined
    await uploads.addRank(rank, { tenantId, owner, id: begun.id, bytes: part, onRecorded })
  }
  return true
}

/** The state of a pli of hers, and whether a piece of it has come; of what is checked alone. */
const pliAndPiece = ({ tenantId, personId, pliId }: Deposit, sha256: string) => `
  select state, exists (select from procurement.pli_pieces
    where tenant_id = '${tenantId}' and pli_id = '${pliId}' and sha256 = '${sha256}') as is_known
  from procurement.plis
  where tenant_id = '${tenantId}' and id = '${pliId}' and person_id = '${personId}'`
