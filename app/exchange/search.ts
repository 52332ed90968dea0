import { findByWords, inOrder, whyFound, type Search } from '#web/search'
import { exchangesIndexed } from './indexed.js'
import Exchange from './models/exchange.js'

export const search: Search = {
  permission: 'exchange.read',
  async find(words, { tenantSlug, limit, allows }) {
    const scope = { kind: exchangesIndexed.kind, allows }
    const { ids, terms } = await findByWords(scope, words, limit)
    const exchanges = await Exchange.query().whereIn('id', ids)
    const shown = exchanges.map(({ id, title, message }) => ({
      id,
      said: [title],
      fields: { Message: message ?? '' },
    }))
    const whys = await whyFound(scope, shown, terms)
    return inOrder(ids, exchanges).map((one) => ({
      title: one.title,
      hint: one.shownState.label,
      url: `/c/${tenantSlug}/echanges/${one.id}`,
      terms,
      why: whys.get(one.id),
    }))
  },
}
