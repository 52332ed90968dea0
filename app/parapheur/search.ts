import { findByWords, inOrder, type Search } from '#web/search'
import { foldersIndexed } from './indexed.js'
import Folder from './models/folder.js'
import { FOLDER_STATES } from './rules/words.js'

export const search: Search = {
  permission: 'parapheur.read',
  async find(words, { tenantSlug, limit, allows }) {
    const { ids, terms } = await findByWords({ kind: foldersIndexed.kind, allows }, words, limit)
    return inOrder(ids, await Folder.query().whereIn('id', ids)).map((folder) => ({
      title: folder.title,
      hint: `${folder.circuitName}, ${FOLDER_STATES[folder.state].label.toLowerCase()}`,
      url: `/c/${tenantSlug}/parapheur/dossiers/${folder.id}`,
      terms,
    }))
  },
}
