import { documents } from '#kernel/documents'
import { entryName } from '#lib/zip/entry_name'
import type { ZippedFile } from '#lib/zip/zip'
import Folder from '../models/folder.js'
import FolderDocument from '../models/folder_document.js'

/**
 * The documents of these folders as they stand, a directory a folder. Nobody has read what was
 * fetched by the dozen: no reading is kept of it, unlike of a document that is opened.
 */
export async function zippedFolders(ids: string[]): Promise<ZippedFile[]> {
  const folders = await Folder.query().whereIn('id', ids).orderBy('id')
  const contents = await FolderDocument.query().whereIn('folderId', ids).orderBy('position')
  const places = new Map(
    folders.map(({ id, title }, index) => [id, `${index + 1} - ${entryName(title)}`])
  )
  const opened = await documents.openable(contents.map(({ documentId }) => documentId))
  return opened.map(({ name, size, open }, index) => {
    const { folderId, position } = contents[index]
    return { path: `${places.get(folderId)}/${position + 1} - ${entryName(name)}`, size, open }
  })
}
