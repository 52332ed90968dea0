import type { Search } from '#web/search'
import { whereWords } from '#lib/french/search_words'
import Fiche from './models/fiche.js'

/** Sheets by their title; only shown ones, since a search does not know who pilots what. */
export const search: Search = {
  label: 'Fiches action',
  permission: 'territory.read',
  async find(words, { tenantSlug, limit }) {
    const query = Fiche.query().where('public', true).preload('axe').limit(limit)
    whereWords(query, ['title'], words)
    const found = await query
    return found.map((fiche) => ({
      title: fiche.title,
      hint: `Fiche action ${fiche.fullNumber}`,
      url: `/c/${tenantSlug}/projet/fiches/${fiche.id}`,
    }))
  },
}
