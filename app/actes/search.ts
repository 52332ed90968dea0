import type { Search } from '#web/search'
import { whereWords } from '#lib/french/search_words'
import Acte from './models/acte.js'
import { openLetters } from './models/open_letters.js'
import { shownState } from './rules/shown_state.js'

export const search: Search = {
  permission: 'actes.read',
  async find(words, { tenantSlug, limit }) {
    const query = Acte.query().orderBy('id', 'desc').limit(limit)
    whereWords(query, ['objet', 'numero'], words)
    const actes = await query
    const letters = await openLetters(actes.map(({ id }) => id))
    return actes.map((acte) => ({
      title: acte.objet || acte.title,
      hint: `${acte.title}, ${shownState(acte.state, letters.get(acte.id)?.kind ?? null).label.toLowerCase()}`,
      url: `/c/${tenantSlug}/actes/${acte.id}`,
    }))
  },
}
