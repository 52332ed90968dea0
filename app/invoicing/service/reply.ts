import type { Actor } from '#kernel/actor'
import { InSignature, NotPaid, NotToReply } from '../errors.js'
import type Invoice from '../models/invoice.js'
import { oweStatus } from '../pushing/owe.js'
import { eventOf, motiveOf, type WantedReply } from '../rules/replies.js'

/**
 * Answers an invoice that is not paid as it is: suspended, refused, or sent to another service; on an
 * invoice that is held. Its delay moves only once Chorus Pro has notified it (CCP, art. R2192-28).
 * @throws E_INVOICING_NOT_PAID, E_INVOICING_NOT_TO_REPLY, E_INVOICING_IN_SIGNATURE
 */
export async function replyTo(invoice: Invoice, wanted: WantedReply, by: Actor): Promise<void> {
  if (invoice.isPreparatory) throw new NotPaid()
  if (!invoice.allows(eventOf(wanted.reply))) throw new NotToReply()
  if (invoice.isInSignature) throw new InSignature()
  const reason = motiveOf(wanted)
  await invoice.step(eventOf(wanted.reply), by, reason)
  await oweStatus(invoice, wanted.reply, { reason })
}
