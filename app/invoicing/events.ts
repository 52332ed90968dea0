import { defineEvent } from '#kernel/events'

/** Chorus Pro says that the accountant has put an invoice in payment. */
export const invoicePaid = defineEvent<{ invoiceId: string }>('invoicing.invoice_paid', 1)
