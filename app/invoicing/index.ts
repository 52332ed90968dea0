/** Invoices: what other rooms may ask of them. */
export { invoicePaid } from './events.js'
