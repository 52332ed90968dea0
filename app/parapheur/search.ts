import { people } from '#kernel/people'
import { findByWords, inOrder, whyFound, type Search } from '#web/search'
import { foldersIndexed } from './indexed.js'
import Folder from './models/folder.js'
import { FOLDER_STATES } from './rules/words.js'

export const search: Search = {
  permission: 'parapheur.read',
  async find(words, { tenantSlug, limit, allows }) {
    const scope = { kind: foldersIndexed.kind, allows }
    const { ids, terms } = await findByWords(scope, words, limit)
    const folders = await Folder.query().whereIn('id', ids)
    const names = await people.names(folders.map(({ openedBy }) => openedBy))
    const shown = folders.map(({ id, title, circuitName, openedBy }) => ({
      id,
      said: [title, circuitName],
      fields: { 'Ouvert par': openedBy && names.get(openedBy) },
    }))
    const whys = await whyFound(scope, shown, terms)
    return inOrder(ids, folders).map((folder) => ({
      title: folder.title,
      hint: `${folder.circuitName}, ${FOLDER_STATES[folder.state].label.toLowerCase()}`,
      url: `/c/${tenantSlug}/parapheur/dossiers/${folder.id}`,
      terms,
      why: whys.get(folder.id),
    }))
  },
}
