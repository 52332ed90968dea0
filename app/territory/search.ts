import { defineSearch } from '#kernel/search'
import Fiche from './models/fiche.js'

/** Sheets by their title; only shown ones, since a search does not know who pilots what. */
defineSearch({
  capability: 'territory',
  label: 'Fiches action',
  icon: 'map',
  permission: 'territory.read',
  async find(words, { tenantSlug, limit }) {
    const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
    const found = await Fiche.query()
      .where('public', true)
      .whereILike('title', pattern)
      .preload('axe')
      .limit(limit)
    return found.map((fiche) => ({
      title: fiche.title,
      hint: `Fiche action ${fiche.fullNumber}`,
      url: `/c/${tenantSlug}/territory/fiches/${fiche.id}`,
    }))
  },
})
