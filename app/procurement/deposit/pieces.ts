import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'

/** An encrypted piece that has come, by the digest of its bytes. */
export interface PieceRow {
  sha256: string
  size: number
  nonce: string
  uploadId: string
  documentId: string | null
}

const rows = () =>
  tenancy.trx().from('procurement.pli_pieces').where('tenant_id', tenancy.tenantId())

/** The pieces of a pli that have come. */
export async function piecesOf(pliId: string): Promise<PieceRow[]> {
  const found = await rows().where('pli_id', pliId)
  return found.map(pieceOf)
}

/** A piece as its row says it. */
export const pieceOf = (row: any): PieceRow => ({
  sha256: row.sha256,
  size: row.size,
  nonce: row.nonce,
  uploadId: row.upload_id,
  documentId: row.document_id,
})

/** Writes that a piece has come; a second time does no harm. */
export async function addPiece(
  pliId: string,
  { sha256, size, nonce, uploadId }: Omit<PieceRow, 'documentId'>
): Promise<void> {
  const row = {
    tenant_id: tenancy.tenantId(),
    pli_id: pliId,
    ...{ sha256, size, nonce },
    upload_id: uploadId,
    at: clock.now().toJSDate(),
  }
  await tenancy
    .trx()
    .knexQuery()
    .table('procurement.pli_pieces')
    .insert(row)
    .onConflict(['tenant_id', 'pli_id', 'sha256'])
    .ignore()
}

/** The document that a piece rests in from now on. */
export async function pieceKept(pliId: string, sha256: string, documentId: string): Promise<void> {
  await rows().where({ pli_id: pliId, sha256 }).update({ document_id: documentId })
}

/** Forgets what came of a pli that was only tried. */
export async function forgetPieces(pliId: string): Promise<void> {
  await rows().where('pli_id', pliId).delete()
}
