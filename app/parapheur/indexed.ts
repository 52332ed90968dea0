import { people } from '#kernel/people'
import { defineIndexed } from '#web/search'
import Folder from './models/folder.js'

/** A folder by its title, its circuit and whoever opened it. */
export const foldersIndexed = defineIndexed('parapheur.folder', Folder, async (folder) => ({
  permission: 'parapheur.read',
  words: {
    A: [folder.title],
    B: [...(await people.names([folder.openedBy])).values()],
    C: [folder.circuitName],
  },
  publicWords: null,
}))
