import { Readable } from 'node:stream'
import { onDisk } from '#lib/uploads/on_disk'
import { readPieces } from '#lib/uploads/piece_files'
import { documentsStore } from '#kernel/documents/store'
import { tenancy } from '#kernel/tenancy'
import { UploadMissing } from '#lib/uploads/errors'
import type { UploadOwner } from '#lib/uploads/purpose'
import { beginUpload, type Announced } from './begin.js'
import { keepUpload } from './keep.js'
import { addAt, addRank } from './receive.js'
import { findUpload, folderOf, piecesOf, placeOf, type Upload, uploadRows } from './rows.js'

export type { Upload } from './rows.js'

/** The files that come in pieces, in the tenant in context; each of its owner alone. */
export const uploads = {
  begin: (owner: UploadOwner, announced: Announced): Promise<Upload> =>
    beginUpload(owner, announced),

  /** How far a file is. Throws E_UPLOAD_MISSING: unknown, somebody else's, or given up long ago. */
  find: (owner: UploadOwner, id: string): Promise<Upload> => findUpload(owner, id),

  /** The same, or null. */
  async seek(owner: UploadOwner, id: string): Promise<Upload | null> {
    return findUpload(owner, id).catch((error) => {
      if (error instanceof UploadMissing) return null
      throw error
    })
  },

  /** The next piece of a file; see `addAt`. */
  add: (owner: UploadOwner, id: string, offset: number, bytes: Buffer): Promise<number> =>
    addAt(offset, { tenantId: tenancy.tenantId(), owner, id, bytes }),

  addAt,
  addRank,
  pieces: piecesOf,
  keep: keepUpload,

  /** The plain bytes of a file, decrypted piece after piece; one that is lost or altered breaks the reading. */
  open: ({ id }: Upload): Readable => Readable.from(plainBytes(id)),

  /** Forgets a file and its pieces, unless a document rests in them; a second time does no harm. */
  async forget(id: string): Promise<void> {
    const row = await uploadRows().where('id', id).first()
    if (!row?.document_id) await (await documentsStore()).removeAll(folderOf(id))
    await uploadRows().where('id', id).delete()
  },
}

async function* plainBytes(id: string): AsyncGenerator<Buffer> {
  const [pieces, at] = [await piecesOf(id), await placeOf(id)]
  yield* onDisk(readPieces(at, pieces))
}
