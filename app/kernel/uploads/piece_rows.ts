import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import type { PlacedPiece, Span } from '#lib/uploads/pieces'
import type { Upload } from './rows.js'

const piecesHere = (id: string) =>
  tenancy.trx().from('kernel.upload_pieces').where({ tenant_id: tenancy.tenantId(), upload_id: id })

/** A piece that has come and stands where this one does, in whole or in part. */
export async function across(id: string, { start, bytes }: Span): Promise<PlacedPiece | null> {
  const row = await piecesHere(id)
    .where('start', '<', start + bytes)
    .whereRaw('start + bytes > ?', [start])
    .orderBy('start')
    .first()
  return row ? { start: Number(row.start), bytes: row.bytes, sha256: row.sha256 } : null
}

/** Writes the row of a piece, and how far the file is with it and with those that waited for it. */
export async function record(upload: Upload, piece: PlacedPiece): Promise<number> {
  const { rows } = await tenancy.trx().rawQuery(
    `with recursive added as (
       insert into kernel.upload_pieces (tenant_id, upload_id, start, bytes, sha256)
         values (:tenant, :id, :start, :bytes, :sha256)),
     reached(at) as (
       select received from kernel.uploads where tenant_id = :tenant and id = :id
       union all select at + coalesce(piece.bytes, :bytes) from reached
         left join kernel.upload_pieces piece
           on piece.tenant_id = :tenant and piece.upload_id = :id and piece.start = at
         where piece.start is not null or at = :start)
     update kernel.uploads set received = (select max(at) from reached), touched_at = :now
       where tenant_id = :tenant and id = :id returning received`,
    {
      tenant: tenancy.tenantId(),
      id: upload.id,
      ...piece,
      now: clock.now().toJSDate(),
    } as never
  )
  return Number(rows[0].received)
}
