import { scanStream } from '#kernel/documents/antivirus'
import { documents, type StoredDocument } from '#kernel/documents'
import { forgetBlobFile } from '#kernel/documents/forgetting'
import { refer } from '#kernel/documents/blob_rows'
import { tenancy } from '#kernel/tenancy'
import { cleanName } from '#lib/file_name'
import { mediaTypeLabel, mediaTypeOf } from '#lib/media_type'
import { DocumentInfected, DocumentTypeRefused } from '#lib/documents/errors'
import { UploadDiffers, UploadUnfinished } from '#lib/uploads/errors'
import { lostOnDisk } from '#lib/uploads/on_disk'
import { judgePieces, type PieceFolder, readPieces } from '#lib/uploads/piece_files'
import { listOf, type PlacedPiece } from '#lib/uploads/pieces'
import type { UploadOwner, UploadPurpose } from '#lib/uploads/purpose'
import { uuidv7 } from '#lib/values'
import { purposeNamed } from './purposes.js'
import { findUpload, piecesOf, placeOf, type Upload, uploadRows } from './rows.js'

interface Keeping {
  /** Under which name, when it is not the one announced. */
  name?: string
  /** What the room writes with the document, in the transaction that names it. */
  onKept?(document: StoredDocument, upload: Upload): Promise<void>
}

/**
 * Makes a document of a file that has come whole, where its pieces rest: nothing is copied. It is
 * read once, outside any transaction; the rows come after. A second time gives the same document.
 * Throws E_UPLOAD_UNFINISHED, E_UPLOAD_DIGEST and the errors of documents.
 */
export async function keepUpload(
  tenantId: string,
  owner: UploadOwner,
  id: string,
  { name, onKept }: Keeping = {}
): Promise<StoredDocument> {
  const { upload, pieces, at } = await tenancy.run(tenantId, async () => ({
    upload: await findUpload(owner, id),
    pieces: await piecesOf(id),
    at: await placeOf(id),
  }))
  if (upload.documentId) return tenancy.run(tenantId, () => documents.find(upload.documentId!))
  if (upload.received < upload.size) throw new UploadUnfinished(upload.name)
  const purpose = purposeNamed(upload.purpose)
  const { folder, ring } = at
  const seen = await judge(upload, purpose, { at, pieces })
  const judged = { ...seen, pieces, folder, generation: ring.current }
  return tenancy.run(tenantId, async () => {
    const held = await findUpload(owner, id, true)
    if (held.documentId) return documents.find(held.documentId)
    const document = await become(held, cleanName(name ?? upload.name), judged)
    await uploadRows().where('id', id).update({ document_id: document.id })
    await purpose.onKept?.(document, held)
    await onKept?.(document, held)
    return document
  })
}

interface Judged {
  sha256: string
  mediaType: string
  scan: StoredDocument['scan']
}

/** What the bytes are; sealed ones tell nothing but their digest. */
async function judge(
  { name, size, sha256: announced }: Upload,
  { accept, isSealed }: UploadPurpose,
  { at, pieces }: { at: PieceFolder; pieces: PlacedPiece[] }
): Promise<Judged> {
  const { sha256, head } = await judgePieces(at, pieces).catch(lostOnDisk)
  if (announced && announced !== sha256) throw new UploadDiffers(name)
  if (isSealed) return { sha256, mediaType: 'application/octet-stream', scan: 'not_scanned' }
  const mediaType = mediaTypeOf(head)
  if (accept && !accept.includes(mediaType)) {
    throw new DocumentTypeRefused(name, accept.map(mediaTypeLabel).join(', '))
  }
  const verdict = await scanStream(() => readPieces(at, pieces), size)
  if (verdict.is === 'infected') throw new DocumentInfected(name, verdict.threat)
  return { sha256, mediaType, scan: verdict.is }
}

interface Resting {
  pieces: PlacedPiece[]
  folder: string
  generation: number
}

/** The document of a file; where the same bytes rest elsewhere, its own pieces go after the commit. */
async function become(upload: Upload, name: string, judged: Judged & Resting) {
  const { size } = upload
  if (size === 0) return documents.store(Buffer.alloc(0), { name })
  const { sha256, folder: storageKey } = judged
  const id = uuidv7()
  const pieces = listOf(judged.pieces)
  const { isNew, ...kept } = await refer(id, name, { ...judged, size, storageKey, pieces })
  if (!isNew) await forgetBlobFile.enqueue({ storageKey })
  return { id, name, sha256, size, ...kept }
}
