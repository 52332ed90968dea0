import Invoice from '../models/invoice.js'

const SHOWN = 50

/** A page of the list, the newest first, and the cursor of the next one: identifiers grow with time. */
export async function invoicesPage(after: string | null) {
  const query = Invoice.query()
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  if (after) query.where('id', '<', after)
  const found = await query
  const invoices = found.slice(0, SHOWN)
  return { invoices, next: found.length > SHOWN ? `?apres=${invoices.at(-1)!.id}` : null }
}
