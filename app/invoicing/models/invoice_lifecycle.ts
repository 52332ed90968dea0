import { defineLifecycle } from '#kernel/lifecycle'
import { INVOICE_LIFECYCLE } from '../rules/lifecycle.js'

/** The life of an invoice (rules/lifecycle), and who waits for what in it. */
export const invoiceLifecycle = defineLifecycle(INVOICE_LIFECYCLE, {
  of: 'invoicing.invoices',
  waiting: {
    'invoicing.certify': ['available', 'completed'],
    'invoicing.order': ['service_done', 'completed'],
  },
})
