import type { Actor } from '#kernel/actor'
import { NotToOrder } from '../errors.js'
import type Invoice from '../models/invoice.js'
import { oweStatus } from '../pushing/owe.js'

/**
 * Notes the number of the mandat that pays an invoice, and tells Chorus Pro; on an invoice that is held.
 * @throws E_INVOICING_NOT_TO_ORDER
 */
export async function orderPayment(invoice: Invoice, mandat: string, by: Actor): Promise<void> {
  if (!invoice.isToOrder) throw new NotToOrder()
  invoice.mandat = mandat
  await invoice.step('order', by)
  await oweStatus(invoice, 'ordered', { mandat })
}
