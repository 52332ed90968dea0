import { defineSearch } from '#kernel/search'
import { whereWords } from '#kernel/search_words'
import Acte from './models/acte.js'
import { ACTE_STATE_WORDS } from './rules/state_words.js'

defineSearch({
  capability: 'actes',
  label: 'Actes',
  icon: 'file-check',
  permission: 'actes.read',
  async find(words, { tenantSlug, limit }) {
    const query = Acte.query().orderBy('id', 'desc').limit(limit)
    whereWords(query, ['objet', 'numero'], words)
    const actes = await query
    return actes.map((acte) => ({
      title: acte.objet || acte.title,
      hint: `${acte.title}, ${ACTE_STATE_WORDS[acte.state].label.toLowerCase()}`,
      url: `/c/${tenantSlug}/actes/${acte.id}`,
    }))
  },
})
