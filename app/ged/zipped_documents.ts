import { documents } from '#kernel/documents'
import { entryName } from '#lib/zip/entry_name'
import { namesApart } from '#lib/zip/names_apart'
import type { ZippedFile } from '#lib/zip/zip'
import { NoDocumentChosen } from './errors.js'
import Node from './nodes/node.js'
import Version from './nodes/version.js'

/**
 * The last version of each of these documents that stands below some lists of rights; a folder is
 * opened, and taken away from inside. @throws E_GED_NO_DOCUMENT when nothing else was chosen
 */
export async function zippedDocuments(ids: string[], lists: string[]): Promise<ZippedFile[]> {
  const nodes = await Node.query()
    .whereIn('id', ids)
    .whereIn('access_id', lists)
    .where('kind', 'document')
    .whereNull('deleted_at')
    .orderBy('name_key')
  if (nodes.length === 0) throw new NoDocumentChosen()
  const versions = await Version.lastOfEach(nodes.map(({ id }) => id))
  const opened = await documents.openable(nodes.map(({ id }) => versions.get(id)!.documentId))
  const names = namesApart(nodes.map(({ name }) => entryName(name)))
  return opened.map(({ size, open }, index) => ({ path: names[index], size, open }))
}
