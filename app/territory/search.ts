import { findByWords, inOrder, type Search } from '#web/search'
import { fichesIndexed } from './indexed.js'
import Fiche from './models/fiche.js'

export const search: Search = {
  label: 'Fiches action',
  permission: 'territory.read',
  async find(words, { tenantSlug, limit, allows }) {
    const { ids, terms } = await findByWords({ kind: fichesIndexed.kind, allows }, words, limit)
    return inOrder(ids, await Fiche.query().whereIn('id', ids).preload('axe')).map((fiche) => ({
      title: fiche.title,
      hint: `Fiche action ${fiche.fullNumber}`,
      url: `/c/${tenantSlug}/projet/fiches/${fiche.id}`,
      terms,
    }))
  },
}
