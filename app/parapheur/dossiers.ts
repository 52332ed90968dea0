import { documents } from '#kernel/documents'
import { isUuid } from '#lib/values'
import type { ClosedDossier, Dossiers } from '#web/dossiers'
import Folder from './models/folder.js'

/** The folders whose circuit went to its end: what was signed, and what went with it. */
export const dossiers: Dossiers = {
  label: 'Parapheur',

  async read(id) {
    const folder = isUuid(id) ? await Folder.find(id) : null
    return folder?.state === 'signed' ? dossierOf(folder) : null
  },

  async closedAfter(id, most) {
    const query = Folder.query().where('state', 'signed').orderBy('id').limit(most)
    const found = await (id ? query.where('id', '>', id) : query).select('id')
    return found.map((folder) => folder.id)
  },
}

async function dossierOf(folder: Folder): Promise<ClosedDossier> {
  const contents = await folder.contents()
  const files = await documents.findMany(contents.map(({ documentId }) => documentId))
  const names = new Map(files.map(({ id, name }) => [id, name]))
  return {
    title: folder.title,
    reference: null,
    closedOn: (folder.finishedAt ?? folder.movedAt)!.toISODate()!,
    // What it is kept for is decided by the room that it was signed for
    retention: null,
    papers: contents.map(({ position, documentId, toSign }) => ({
      key: String(position),
      documentId,
      title: toSign ? folder.title : names.get(documentId)!,
      fileName: names.get(documentId)!,
    })),
  }
}
