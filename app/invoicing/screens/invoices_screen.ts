import Invoice from '../models/invoice.js'
import { pageOf } from '#lib/page_of'
import { pageAfter } from '#web/cursor'

const SHOWN = 50

/** A page of the list, the newest first, and the cursor of the next one: identifiers grow with time. */
export async function invoicesPage(after: string | null) {
  const query = Invoice.query()
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  if (after) query.where('id', '<', after)
  const { shown: invoices, next } = pageOf(await query, SHOWN)
  return { invoices, next: pageAfter(next) }
}
