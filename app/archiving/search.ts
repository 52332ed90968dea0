import { findByWords, inOrder, whyFound, type Search } from '#web/search'
import { depositsIndexed } from './indexed.js'
import Deposit from './models/deposit.js'
import { STATE_WORDS } from './screens/deposit_words.js'

export const search: Search = {
  permission: 'archiving.read',
  async find(words, { tenantSlug, limit, allows }) {
    const scope = { kind: depositsIndexed.kind, allows }
    const { ids, terms } = await findByWords(scope, words, limit)
    const deposits = await Deposit.query().whereIn('id', ids)
    const shown = deposits.map((deposit) => ({
      id: deposit.id,
      said: [deposit.title, referenceOf(deposit)],
      fields: fieldsOf(deposit),
    }))
    const whys = await whyFound(scope, shown, terms)
    return inOrder(ids, deposits).map((deposit) => ({
      title: deposit.title,
      hint: `Versement ${referenceOf(deposit)}, ${STATE_WORDS[deposit.state].label.toLowerCase()}`,
      url: `/c/${tenantSlug}/archives/versements/${deposit.id}`,
      terms,
      why: whys.get(deposit.id),
    }))
  },
}

const referenceOf = ({ description, messageIdentifier }: Deposit) =>
  description.reference ?? messageIdentifier

const fieldsOf = ({ description, archiveIdentifier }: Deposit) => ({
  'Identifiant d’archive': archiveIdentifier,
  'Type': description.documentType,
  'Mots-clés': (description.keywords ?? []).map(({ content }) => content).join(', '),
  'Description': description.description,
})
