import { tenancy } from '#kernel/tenancy'
import { DocumentHeld, DocumentMissing } from '#lib/documents/errors'
import { forgetBlobFile } from './forgetting.js'
import { roomsReferringTo } from './references.js'

/** Where a document that was deleted used to be. */
export interface DeletedDocument {
  id: string
  sha256: string
  /** Its file in the store, gone with the commit; null when other documents have the same bytes. */
  storageKey: string | null
  /** Whether its text was kept. */
  hadText: boolean
  /** The things that were found by its text: « kind:id ». */
  foundBy: string[]
}

type AfterDeletion = (kind: string, thingId: string) => Promise<void>
let writeEntryAgain: AfterDeletion = async () => undefined

/** Told by whoever keeps the index: how the entry of a thing is written without a text that is gone. */
export const onDeletedText = (again: AfterDeletion): void => void (writeEntryAgain = again)

/** How many documents of the tenant in context have the bytes of a digest. */
export async function referencesTo(sha256: string): Promise<number> {
  const [{ count }] = await documentsHere().where('sha256', sha256).count('* as count')
  return Number(count)
}

/**
 * Deletes a document of the tenant in context: its row, and with the last of its bytes the blob, its
 * text and its words in the index in this transaction, its file after the commit. Says where it was.
 * Throws E_DOCUMENT_HELD where a room refers to it still, E_DOCUMENT_MISSING.
 */
export async function deleteDocument(id: string): Promise<DeletedDocument> {
  const rooms = await roomsReferringTo(id)
  if (rooms.length > 0) throw new DocumentHeld(rooms.join(', '))
  const found = await documentsHere().where('id', id).forUpdate().first()
  if (!found) throw new DocumentMissing()
  const { sha256 } = found
  // Held before the count: who stores the same bytes now waits, and stores them anew
  const blob = await here('kernel.blobs').where('sha256', sha256).forUpdate().first()
  const carriers = await here('kernel.search_documents').where('document_id', id)
  await here('kernel.uploads').where('document_id', id).delete()
  await documentsHere().where('id', id).delete()
  const isLast = (await referencesTo(sha256)) === 0
  const hadText = isLast && (await forgetBlob(blob))
  const foundBy: string[] = []
  for (const { kind, thing_id: thing } of carriers) {
    await writeEntryAgain(kind, thing)
    foundBy.push(`${kind}:${thing}`)
  }
  return { id, sha256, storageKey: isLast ? blob.storage_key : null, hadText, foundBy }
}

/** Whether its text was kept. */
async function forgetBlob(blob: { sha256: string; storage_key: string; size: string }) {
  const texts = await here('kernel.document_texts').where('sha256', blob.sha256).delete()
  await here('kernel.blobs').where('sha256', blob.sha256).delete()
  await tenancy
    .trx()
    .rawQuery('insert into kernel.stored_bytes (tenant_id, bytes) values (?, ?)', [
      ...[tenancy.tenantId(), String(-Number(blob.size))],
    ])
  await forgetBlobFile.enqueue({ storageKey: blob.storage_key })
  return Number(texts) > 0
}

const here = (table: string) => tenancy.trx().from(table).where('tenant_id', tenancy.tenantId())
const documentsHere = () => here('kernel.documents')
