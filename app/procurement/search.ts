import { findByWords, inOrder, whyFound, type Search } from '#web/search'
import Consultation from './drafting/consultation.js'
import { consultationsIndexed } from './indexed.js'

export const search: Search = {
  permission: 'procurement.read',
  async find(words, { tenantSlug, limit, allows }) {
    const scope = { kind: consultationsIndexed.kind, allows }
    const { ids, terms } = await findByWords(scope, words, limit)
    const consultations = await Consultation.query().whereIn('id', ids)
    const shown = consultations.map(({ id, title, reference, description }) => ({
      id,
      said: [title],
      fields: { Référence: reference, Besoin: description },
    }))
    const whys = await whyFound(scope, shown, terms)
    return inOrder(ids, consultations).map((one) => ({
      title: one.title,
      hint: `${one.reference}, ${one.shownState.label.toLowerCase()}`,
      url: `/c/${tenantSlug}/marches/${one.id}`,
      terms,
      why: whys.get(one.id),
    }))
  },
}
