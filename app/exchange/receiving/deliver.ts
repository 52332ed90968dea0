import { DeliverySchema } from '#database/schema/exchange'
import { OUTSIDE } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { TenantModel, tenancy } from '#kernel/tenancy'
import { filesDelivered } from '../events.js'
import ExchangeFile from '../models/exchange_file.js'
import type { Door } from './door.js'

/** A file that a recipient was given. */
export class Delivery extends TenantModel(DeliverySchema) {
  static table = 'exchange.deliveries'

  static to(recipientId: string): Promise<Delivery[]> {
    return this.query().where('recipient_id', recipientId).exec()
  }
}

/** Notes that a file is given to a recipient, once; with the last one she has all that was sent. */
export async function deliver({ exchange, recipient }: Door, file: ExchangeFile): Promise<void> {
  const key = { recipientId: recipient.id, fileId: file.id }
  const given = await Delivery.to(recipient.id)
  if (given.some(({ fileId }) => fileId === file.id)) return
  await tenancy.trx().insertQuery().table('exchange.deliveries').insert({
    tenant_id: tenancy.tenantId(),
    recipient_id: key.recipientId,
    file_id: key.fileId,
    at: clock.now().toJSDate(),
  })
  const data = { file: file.id, sha256: file.digest }
  await journal.append({
    type: 'exchange.file_delivered',
    subject: recipient.ref,
    actor: OUTSIDE,
    data,
  })
  const sent = await ExchangeFile.sentIn(exchange.id)
  if (given.length + 1 < sent.length) return
  await recipient.outdateReceipt()
  await filesDelivered.emit({ exchangeId: exchange.id, recipientId: recipient.id })
}
