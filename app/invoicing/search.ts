import { day } from '#lib/french/dates'
import { findByWords, inOrder, whyFound, type Search } from '#web/search'
import { invoicesIndexed } from './indexed.js'
import Invoice from './models/invoice.js'

export const search: Search = {
  permission: 'invoicing.read',
  async find(words, { tenantSlug, limit, allows }) {
    const scope = { kind: invoicesIndexed.kind, allows }
    const { ids, terms } = await findByWords(scope, words, limit)
    const invoices = await Invoice.query().whereIn('id', ids)
    const shown = invoices.map((one) => ({ id: one.id, said: [one.title], fields: fieldsOf(one) }))
    const whys = await whyFound(scope, shown, terms)
    return inOrder(ids, invoices).map((invoice) => ({
      title: invoice.title,
      hint: invoice.shownState.label,
      url: `/c/${tenantSlug}/factures/${invoice.id}`,
      terms,
      why: whys.get(invoice.id),
    }))
  },
}

const fieldsOf = ({
  supplierSiret,
  engagement,
  mandat,
  market,
  content,
  amountDue,
  issuedDay,
}: Invoice) => ({
  Montant: amountDue,
  Émise: day(issuedDay),
  SIRET: supplierSiret,
  Engagement: engagement,
  Mandat: mandat,
  Marché: market,
  Lignes: content?.lines.map(({ name }) => name).join(', ') ?? null,
})
