import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import { offer, type OfferedField } from '#web/offered_events'
import { invoicePaid } from './events.js'

const data = {
  invoiceId: { kind: 'id', label: 'Identifiant de la facture' },
  url: { kind: 'address', label: 'Adresse de sa page' },
} satisfies Record<string, OfferedField>

const tell = async ({ invoiceId }: { invoiceId: string }, tenant: Tenant) => ({
  invoiceId,
  url: `${appUrl}${here('invoicing.invoices.show', { tenant, id: invoiceId })}`,
})

/** What other programs may be told of the invoices. */
export const offers = [
  offer(invoicePaid, { label: 'Une facture est mise en paiement', data, tell }),
]
