import { megabytes } from '#lib/documents/sizes'
import {
  PieceDamaged,
  PieceDiffers,
  UploadElsewhere,
  UploadRefused,
  UploadTooLarge,
} from '#lib/uploads/errors'
import {
  bytesOfRank,
  isSame,
  PIECE_BYTES,
  pieceAt,
  pieceKey,
  type PlacedPiece,
} from '#lib/uploads/pieces'
import { writePiece } from '#lib/uploads/piece_files'
import { type Arrived, looking, recording } from './piece_rows.js'
import { placeOf } from './rows.js'

/**
 * Adds the piece that follows what was received (tus, §3): a piece that comes twice or too soon is
 * refused (E_UPLOAD_OFFSET), and the sender asks where it is. Returns how far the file is.
 */
export async function addAt(offset: number, arrived: Arrived): Promise<number> {
  const { piece, seen } = await look(offset, arrived)
  const { received, size } = seen.upload
  if (offset !== received) throw new UploadElsewhere()
  if (offset + piece.bytes > size) throw new UploadTooLarge(megabytes(size))
  if (piece.bytes === 0) return offset
  return keepPiece(seen, piece, arrived, new UploadElsewhere())
}

/**
 * Keeps the piece of a rank, whichever came before. The same bytes again do no harm; others are
 * refused (E_UPLOAD_PIECE_DIFFERS). `sha256`: what it should be, else E_UPLOAD_PIECE_DAMAGED. Call
 * it outside any transaction: it is committed when it answers. Returns how far the file is.
 */
export async function addRank(rank: number, arrived: Arrived, sha256?: string): Promise<number> {
  const { piece, seen } = await look(rank * PIECE_BYTES, arrived)
  if (piece.bytes !== bytesOfRank(rank, seen.upload.size)) throw new UploadRefused()
  if (sha256 && sha256 !== piece.sha256) throw new PieceDamaged()
  return keepPiece(seen, piece, arrived, new PieceDiffers())
}

type Seen = Awaited<ReturnType<typeof look>>['seen']

/** What a piece is, and meanwhile what stands at its place already. */
async function look(start: number, arrived: Arrived) {
  const { id, bytes } = arrived
  const asked = looking(arrived, { start, bytes: bytes.length }, async ({ upload, other }) => ({
    upload,
    other,
    at: await placeOf(id),
  }))
  const [piece, seen] = await Promise.all([pieceAt(start, bytes), asked])
  return { piece, seen }
}

/** Encrypted and on the disk before the row that names it; no lock is held meanwhile. */
async function keepPiece(
  { upload, at, other: known }: Seen,
  piece: PlacedPiece,
  arrived: Arrived,
  refusal: Error
): Promise<number> {
  if (upload.documentId) return upload.size
  if (!known) await writePiece(at, piece, arrived.bytes)
  const outcome = await recording(arrived, piece, async ({ upload: held, other, reached }) => {
    if (other) return isSame(other, piece) ? held.received : null
    await arrived.onRecorded?.()
    return reached
  })
  if (outcome !== null) return outcome
  if (!known) await at.store.remove(pieceKey(at.folder, piece))
  throw refusal
}
