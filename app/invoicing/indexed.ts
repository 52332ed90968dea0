import { wordsOfDay } from '#lib/french/search/days'
import { compact } from '#lib/french/search/normalise'
import { defineIndexed } from '#web/search'
import Invoice from './models/invoice.js'

/** An invoice by its number, its supplier, its engagement, its day, its amounts and what its lines name. */
export const invoicesIndexed = defineIndexed('invoicing.invoice', Invoice, (invoice) => {
  const {
    number,
    supplierName,
    supplierSiret,
    engagement = null,
    mandat = null,
    market = null,
  } = invoice
  return Promise.resolve({
    permission: 'invoicing.read',
    words: {
      A: [number, compact(number), withoutZeros(number), supplierName],
      C: [supplierSiret, engagement, mandat, withoutZeros(mandat ?? ''), market],
      D: [
        mandat ? 'facture mandat' : 'facture',
        ...[invoice.amountDue, invoice.amountNet, wordsOfDay(invoice.issuedDay)],
        ...(invoice.content?.lines ?? []).slice(0, 50).map(({ name }) => name),
      ],
    },
    publicWords: null,
    documents: [],
  })
})

/** « 2026-417 », as one says « 2026-000417 ». */
const withoutZeros = (number: string) => number.replace(/\b0+(?=\d)/g, '')
