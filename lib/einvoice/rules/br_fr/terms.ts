import type { Invoice } from '../../model/invoice.js'

/** The occurrences of a term in the groups at the end of a way. */
export const terms =
  (term: string, ...way: string[]) =>
  (invoice: Invoice) =>
    invoice.every(...way).flatMap((group) => group.found(term))

/** Whether a term has one of these codes. */
export const isOf = (invoice: Invoice, term: string, codes: string[]) =>
  invoice.texts(term).some((code) => codes.includes(code))
