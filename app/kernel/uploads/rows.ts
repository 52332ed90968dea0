import { tenantKeys } from '#kernel/documents/keys'
import { documentsStore } from '#kernel/documents/store'
import { tenancy } from '#kernel/tenancy'
import { UploadMissing } from '#lib/uploads/errors'
import type { PieceFolder } from '#lib/uploads/piece_files'
import type { PlacedPiece } from '#lib/uploads/pieces'
import type { UploadFacts, UploadOwner } from '#lib/uploads/purpose'
import { isUuid } from '#lib/values'

/** A file on its way. */
export interface Upload extends UploadFacts {
  purpose: string
  /** How many octets follow one another from the first: all that were received, unless some wait for others. */
  received: number
  /** As it was announced; null when it was not. */
  sha256: string | null
  /** The document that it became. */
  documentId: string | null
}

/** The rows of the uploads of the tenant in context. */
export const uploadRows = () =>
  tenancy.trx().from('kernel.uploads').where('tenant_id', tenancy.tenantId())

/** Those of one owner. */
export const rowsOf = ({ kind, id }: UploadOwner) =>
  uploadRows().where({ owner_kind: kind, owner_id: id })

/** Of an owner, hers alone; after its hour it is gone. Throws E_UPLOAD_MISSING. */
export async function findUpload(owner: UploadOwner, id: string, hold = false): Promise<Upload> {
  if (!isUuid(id)) throw new UploadMissing()
  const query = rowsOf(owner)
    .where('id', id)
    .where((alive) => alive.whereNull('expires_at').orWhereRaw('expires_at > now()'))
  return uploadOf(await (hold ? query.forUpdate() : query).first())
}

/** The pieces of a file in their order. */
export async function piecesOf(id: string): Promise<PlacedPiece[]> {
  const rows = await tenancy
    .trx()
    .from('kernel.upload_pieces')
    .where({ tenant_id: tenancy.tenantId(), upload_id: id })
    .orderBy('start')
  return rows.map(({ start, bytes, sha256 }) => ({ start: Number(start), bytes, sha256 }))
}

/** Where the pieces of a file rest; the document that it becomes stays there. */
export const folderOf = (id: string): string => `u/${tenancy.tenantId()}/${id}`

/** The same with what opens them. */
export async function placeOf(id: string): Promise<PieceFolder> {
  const [store, ring] = [await documentsStore(), await tenantKeys()]
  return { store, ring, tenantId: tenancy.tenantId(), folder: folderOf(id) }
}

/** Throws E_UPLOAD_MISSING where there is none. */
export function uploadOf(row: any): Upload {
  if (!row) throw new UploadMissing()
  return {
    id: row.id,
    name: row.name,
    size: Number(row.size),
    purpose: row.purpose,
    owner: { kind: row.owner_kind, id: row.owner_id },
    received: Number(row.received),
    sha256: row.sha256,
    documentId: row.document_id,
  }
}
