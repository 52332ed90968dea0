import { people } from '#kernel/people'
import { defineIndexed } from '#web/search'
import Folder from './models/folder.js'
import FolderDocument from './models/folder_document.js'

/** A folder by its title, its circuit, whoever opened it and the text of what it carries. */
export const foldersIndexed = defineIndexed('parapheur.folder', Folder, async (folder) => ({
  permission: 'parapheur.read',
  words: {
    A: [folder.title],
    B: [...(await people.names([folder.openedBy])).values()],
    C: [folder.circuitName],
    D: ['dossier'],
  },
  publicWords: null,
  documents: (await folder.contents()).map(({ originalDocumentId: id }) => ({
    id,
    isPublic: false,
  })),
})).with(FolderDocument, ({ folderId }) => folderId)
