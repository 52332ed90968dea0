import Invoice from '../models/invoice.js'
import { amountWords } from '../readable/words.js'
import { WORKS_PIECES } from '../rules/works.js'
import { shownDay } from '../readable/shown_day.js'

/** The last pieces of the contract; the list, narrowed by its number, has them all. */
const SHOWN = 12

/** The pieces of the contract that a piece of works is of, the newest first; null for other invoices. */
export async function worksScreen(invoice: Invoice, base: string) {
  const { market, supplierSiren, worksPiece } = invoice
  if (!worksPiece || !market) return null
  const found = await Invoice.query()
    .where({ market, supplierSiren })
    .whereNotNull('worksPiece')
    .orderBy('id', 'desc')
    .limit(SHOWN)
  return {
    all: `${base}?${new URLSearchParams({ q: market, suivi: 'travaux' })}`,
    pieces: found.map((one) => ({
      label: WORKS_PIECES[one.worksPiece!].label,
      number: one.number,
      day: shownDay(one.issuedDay),
      amount: amountWords(one.amountDue, one.currency),
      state: one.isPreparatory ? null : one.shownState,
      href: one.id === invoice.id ? null : `${base}/${one.id}`,
    })),
  }
}
