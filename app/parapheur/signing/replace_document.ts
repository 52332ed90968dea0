import { documents } from '#kernel/documents'
import type FolderDocument from '../models/folder_document.js'

/** Puts a signed revision in the place of a folder's document, under the same name. */
export async function replaceDocument(one: FolderDocument, signed: Buffer): Promise<void> {
  const { name } = await documents.find(one.documentId)
  const { id } = await documents.store(signed, { name, accept: ['application/pdf'] })
  await one.merge({ documentId: id }).save()
}
