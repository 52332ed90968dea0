/** Where an invoice is for the public buyer who received it. */
export const STATES = [
  'deposited',
  'on_its_way',
  'available',
  'to_recycle',
  'suspended',
  'completed',
  'service_done',
  'ordered',
  'with_accountant',
  'accounted',
  'paid',
  'refused',
] as const

export type InvoiceState = (typeof STATES)[number]

/**
 * From where to where an invoice may go. Chorus Pro forces no order: this one is ours, and it is the
 * only place that says it; the words of Chorus Pro, of AFNOR and of CDAR are translations of its states.
 */
export const MOVES: Readonly<Record<InvoiceState, readonly InvoiceState[]>> = {
  deposited: ['on_its_way', 'available'],
  on_its_way: ['available'],
  available: ['service_done', 'ordered', 'suspended', 'to_recycle', 'refused'],
  to_recycle: ['on_its_way', 'available'],
  suspended: ['completed', 'refused'],
  completed: ['service_done', 'ordered', 'to_recycle', 'refused', 'suspended'],
  service_done: ['ordered', 'suspended', 'refused'],
  ordered: ['with_accountant', 'accounted', 'paid'],
  with_accountant: ['accounted', 'paid'],
  accounted: ['paid'],
  paid: [],
  refused: [],
}

/** Whether an invoice may go from one state to another at once. */
export const mayGo = (from: InvoiceState, to: InvoiceState): boolean => MOVES[from].includes(to)

/** Nothing follows: the supplier sends another invoice, or has been paid. */
export const isOver = (state: InvoiceState): boolean => MOVES[state].length === 0
