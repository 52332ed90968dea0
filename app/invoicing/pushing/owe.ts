import type { InvoiceState } from '#lib/einvoice/lifecycle'
import type Invoice from '../models/invoice.js'
import Push from '../models/push.js'
import { pushStatus } from './push_status.js'

/** Owes a status to Chorus Pro, with the state that it tells, in the transaction in context. */
export async function oweStatus(
  { id: invoiceId }: Invoice,
  status: InvoiceState,
  more: { reason?: string; mandat?: string } = {}
): Promise<void> {
  await Push.create({ invoiceId, status, state: 'waiting', attempts: 0, ...more })
  await pushStatus.enqueue({ invoiceId })
}
