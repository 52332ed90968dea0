import { findByWords, inOrder, whyFound, type Search } from '#web/search'
import { fichesIndexed, indicatorsOf, sectionsOf } from './indexed.js'
import Fiche from './models/fiche.js'

export const search: Search = {
  label: 'Fiches action',
  permission: 'territory.read',
  async find(words, { tenantSlug, limit, allows }) {
    const scope = { kind: fichesIndexed.kind, allows }
    const { ids, terms } = await findByWords(scope, words, limit)
    const fiches = await Fiche.query().whereIn('id', ids).preload('axe')
    const counted = await indicatorsOf(ids)
    const countedBy = (id: string) => counted.filter(({ ficheId }) => ficheId === id)
    const shown = fiches.map((fiche) => ({
      id: fiche.id,
      said: [fiche.title, `Fiche action ${fiche.fullNumber}`],
      fields: {
        'Axe': fiche.axe.title,
        'Dans la fiche': sectionsOf(fiche).join(' '),
        'Indicateurs': countedBy(fiche.id)
          .map(({ title }) => title)
          .join(', '),
      },
    }))
    const whys = await whyFound(scope, shown, terms)
    return inOrder(ids, fiches).map((fiche) => ({
      title: fiche.title,
      hint: `Fiche action ${fiche.fullNumber}`,
      url: `/c/${tenantSlug}/projet/fiches/${fiche.id}`,
      terms,
      why: whys.get(fiche.id),
    }))
  },
}
