import type { InvoiceState } from '#lib/einvoice/lifecycle'

/**
 * The life of an invoice for the public buyer who received it: state -> event -> state (domain notes,
 * §4.1). Chorus Pro forces no order: this table is ours, and its states are those of `lib/einvoice`, of
 * which the words of Chorus Pro, of AFNOR and of CDAR are translations.
 */
export const INVOICE_LIFECYCLE = {
  deposited: { send_on: 'on_its_way', make_available: 'available' },
  on_its_way: { make_available: 'available' },
  available: {
    certify: 'service_done',
    order: 'ordered',
    suspend: 'suspended',
    recycle: 'to_recycle',
    refuse: 'refused',
  },
  to_recycle: { send_on: 'on_its_way', make_available: 'available' },
  suspended: { complete: 'completed', refuse: 'refused' },
  completed: {
    certify: 'service_done',
    order: 'ordered',
    recycle: 'to_recycle',
    refuse: 'refused',
    suspend: 'suspended',
  },
  service_done: { order: 'ordered', suspend: 'suspended', refuse: 'refused' },
  ordered: { hand_over: 'with_accountant', account: 'accounted', pay: 'paid' },
  with_accountant: { account: 'accounted', pay: 'paid' },
  accounted: { pay: 'paid' },
  paid: {},
  refused: {},
} as const satisfies Record<InvoiceState, Record<string, InvoiceState>>

type Table = typeof INVOICE_LIFECYCLE
export type InvoiceEvent = { [S in keyof Table]: keyof Table[S] }[keyof Table] & string

/** The events that lead from a state to the next ones. */
export const eventsFrom = (state: InvoiceState) =>
  Object.entries(INVOICE_LIFECYCLE[state]) as [InvoiceEvent, InvoiceState][]
