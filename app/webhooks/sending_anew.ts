import { tenancy } from '#kernel/tenancy'
import { Disabled } from './errors.js'
import { send } from './jobs/send.js'
import type Delivery from './models/delivery.js'
import type Webhook from './models/webhook.js'

/** So many messages are sent anew by one gesture; the next one takes the others. */
const MOST_AT_ONCE = 500

const START_ANEW = 'next_at = now(), tries = 0, given_up_at = null, delivered_at = null'

/** Sends a message anew, the same under the same `webhook-id`. @throws E_WEBHOOKS_DISABLED */
export async function sendAnew(webhook: Webhook, { id }: Delivery): Promise<void> {
  if (webhook.disabledAt) throw new Disabled()
  await tenancy
    .trx()
    .rawQuery(`update webhooks.deliveries set ${START_ANEW} where tenant_id = ? and id = ?`, [
      tenancy.tenantId(),
      id,
    ])
  await send(webhook.id, { priority: 1 })
}

/** Sends anew what did not arrive, the oldest first; returns how many. @throws E_WEBHOOKS_DISABLED */
export async function sendMissedAnew(webhook: Webhook): Promise<number> {
  if (webhook.disabledAt) throw new Disabled()
  const { rowCount } = await tenancy.trx().rawQuery(
    `update webhooks.deliveries set ${START_ANEW} where tenant_id = ? and id in (
       select id from webhooks.deliveries
       where tenant_id = ? and webhook_id = ? and given_up_at is not null order by id limit ?)`,
    [tenancy.tenantId(), tenancy.tenantId(), webhook.id, MOST_AT_ONCE]
  )
  if (rowCount > 0) await send(webhook.id)
  return rowCount
}
