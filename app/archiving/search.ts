import { findByWords, inOrder, type Search } from '#web/search'
import { depositsIndexed } from './indexed.js'
import Deposit from './models/deposit.js'
import { STATE_WORDS } from './screens/deposit_words.js'

export const search: Search = {
  permission: 'archiving.read',
  async find(words, { tenantSlug, limit, allows }) {
    const { ids, terms } = await findByWords({ kind: depositsIndexed.kind, allows }, words, limit)
    return inOrder(ids, await Deposit.query().whereIn('id', ids)).map((deposit) => ({
      title: deposit.title,
      hint: `Versement ${deposit.description.reference ?? deposit.messageIdentifier}, ${STATE_WORDS[deposit.state].label.toLowerCase()}`,
      url: `/c/${tenantSlug}/archives/versements/${deposit.id}`,
      terms,
    }))
  },
}
