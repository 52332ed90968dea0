import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type { WrittenOrder } from '../formats/orders_csv.js'
import PurchaseOrder from '../models/purchase_order.js'

/** Takes the orders of a file in, with its entry in the journal; in the transaction in context. */
export async function takeOrders(orders: WrittenOrder[], by: Actor): Promise<void> {
  await PurchaseOrder.take(orders)
  await journal.append({
    type: 'invoicing.orders_taken',
    subject: { capability: 'invoicing', type: 'orders', id: tenancy.tenantId() },
    actor: by,
    data: { count: orders.length },
  })
}
