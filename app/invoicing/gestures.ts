import type { Gesture } from '#web/list/index'
import Invoice from './models/invoice.js'
import { takeUp } from './trouble.js'

/**
 * What the list of invoices offers to do to several at once. Neither a service fait nor a mandat is
 * among them: each says something of one invoice, which its agent has looked at.
 */
export const INVOICE_GESTURES: Gesture[] = [
  {
    name: 'reprise',
    label: 'Reprendre ce qui s’est arrêté',
    icon: 'rotate-cw',
    permission: 'invoicing.write',
    done: ['facture reprise', 'factures reprises'],
    run: async (id, by) => takeUp(await Invoice.hold(id), by),
  },
]
