import { defineSearch } from '#kernel/search'
import Acte from './models/acte.js'
import { ACTE_STATE_WORDS } from './rules/state_words.js'

defineSearch({
  capability: 'actes',
  label: 'Actes',
  icon: 'file-check',
  permission: 'actes.read',
  async find(words, { tenantSlug, limit }) {
    const like = `%${words.replace(/[%_\\]/g, '\\$&')}%`
    const actes = await Acte.query()
      .where((either) => either.whereILike('objet', like).orWhereILike('numero', like))
      .orderBy('id', 'desc')
      .limit(limit)
    return actes.map((acte) => ({
      title: acte.objet || acte.title,
      hint: `${acte.title}, ${ACTE_STATE_WORDS[acte.state].label.toLowerCase()}`,
      url: `/c/${tenantSlug}/actes/${acte.id}`,
    }))
  },
})
