import type { Meaning } from '#lib/meaning'
import type { Decimal } from '#lib/values'

/** What an invoice names, and what was ordered under that number. */
export interface OrderFacts {
  engagement: string | null
  /** Whether the member gave its orders: without them, nothing can be said of any. */
  hasOrders: boolean
  order: { supplierSiren: string | null; supplierName: string; amountGross: Decimal } | null
  supplierSiren: string
  /** Of this invoice, and of the others that were not refused, all taxes; a credit note counts below zero. */
  amount: Decimal
  others: Decimal
}

export interface Advice {
  kind: 'unknown' | 'other_supplier' | 'exhausted' | 'over' | 'within'
  meaning: Meaning
}

/** What an order says of an invoice before it is paid: advice, and never a verdict; null for nothing to say. */
export function adviceOf(facts: OrderFacts): Advice | null {
  const { engagement, hasOrders, order, supplierSiren, amount, others } = facts
  if (!engagement || !hasOrders) return null
  if (!order) return { kind: 'unknown', meaning: 'trouble' }
  if (order.supplierSiren !== null && order.supplierSiren !== supplierSiren)
    return { kind: 'other_supplier', meaning: 'trouble' }
  if (others.compareTo(order.amountGross) >= 0) return { kind: 'exhausted', meaning: 'trouble' }
  const isOver = others.plus(amount).compareTo(order.amountGross) > 0
  return isOver ? { kind: 'over', meaning: 'trouble' } : { kind: 'within', meaning: 'done' }
}
