import { PurchaseOrderSchema } from '#database/schema/invoicing'
import { clock } from '#kernel/clock'
import { tenancy, TenantModel } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import type { WrittenOrder } from '../formats/orders_csv.js'

const AT_ONCE = 1_000

/** What a member ordered, under the number that its suppliers write (BT-13). */
export default class PurchaseOrder extends TenantModel(PurchaseOrderSchema) {
  static table = 'invoicing.purchase_orders'

  /** Takes those of a file in: one that is known is said anew, and none is taken away. */
  static async take(orders: WrittenOrder[]): Promise<void> {
    const [tenantId, at] = [tenancy.tenantId(), clock.now().toJSDate()]
    const rows = orders.map((order) => ({
      tenant_id: tenantId,
      id: uuidv7(),
      number: order.number,
      supplier_siren: order.supplierSiren,
      supplier_name: order.supplierName,
      label: order.label,
      amount_gross: order.amountGross.toString(),
      imported_at: at,
    }))
    for (let first = 0; first < rows.length; first += AT_ONCE)
      await tenancy
        .trx()
        .knexQuery()
        .table(this.table)
        .insert(rows.slice(first, first + AT_ONCE))
        .onConflict(['tenant_id', 'number'])
        .merge(['supplier_siren', 'supplier_name', 'label', 'amount_gross', 'imported_at'])
  }
}
