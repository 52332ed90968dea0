import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import type FolderDocument from '../models/folder_document.js'
import FolderReading from '../models/folder_reading.js'

/** Remembers that a person read a document as it stands, or opened it where nobody can tell. */
export async function keepReading(one: FolderDocument, userId: string): Promise<void> {
  const row = {
    tenant_id: tenancy.tenantId(),
    id: uuidv7(),
    folder_document_id: one.id,
    document_id: one.documentId,
    user_id: userId,
  }
  const table = tenancy.trx().knexQuery().table('parapheur.folder_readings')
  // A viewer asks for several pieces at once: the first one is enough.
  await table.insert(row).onConflict().ignore()
}

/** Those of these documents that the person has opened, in the version that she would sign. */
export async function readAmong(contents: FolderDocument[], userId: string): Promise<Set<string>> {
  const ids = contents.map(({ id }) => id)
  const readings = await FolderReading.query().where({ userId }).whereIn('folderDocumentId', ids)
  const versions = new Map(contents.map(({ id, documentId }) => [id, documentId]))
  return new Set(
    readings
      .filter((one) => versions.get(one.folderDocumentId) === one.documentId)
      .map((one) => one.folderDocumentId)
  )
}
