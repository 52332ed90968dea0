import { findByWords, inOrder, type Search } from '#web/search'
import { actesIndexed } from './indexed.js'
import Acte from './models/acte.js'
import { openLetters } from './models/open_letters.js'
import { shownState } from './rules/shown_state.js'

export const search: Search = {
  permission: 'actes.read',
  async find(words, { tenantSlug, limit, allows }) {
    const { ids, terms } = await findByWords({ kind: actesIndexed.kind, allows }, words, limit)
    const actes = await Acte.query().whereIn('id', ids)
    const letters = await openLetters(ids)
    return inOrder(ids, actes).map((acte) => ({
      title: acte.objet || acte.title,
      hint: `${acte.title}, ${shownState(acte.state, letters.get(acte.id)?.kind ?? null).label.toLowerCase()}`,
      url: `/c/${tenantSlug}/actes/${acte.id}`,
      terms,
    }))
  },
}
