import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { clock } from '#kernel/clock'
import { momentOfUuid, uuidv7 } from '#lib/values'
import { hearOffered, type FieldValue, type OfferedEvent } from '#web/offered_events'
import { here } from '#web/here'
import { appUrl } from '#config/app'
import { bodyOf } from './formats/message.js'
import { send } from './jobs/send.js'
import Webhook from './models/webhook.js'
import { faultsIn } from './rules/data_shape.js'

/** What a person sends to see whether a receiver answers; no room tells it. */
export const TEST_TYPE = 'webhooks.test'

/** Each fact that a room offers becomes a message to each webhook that chose it, once. */
hearOffered((offered) => {
  offered.hear(
    `webhooks.tell_${offered.fact.replaceAll('.', '_')}`,
    (payload, { tenantId }) => tenancy.run(tenantId, () => tell(offered, payload as Fact)),
    {
      title: `Dire aux webhooks : ${offered.label.toLowerCase()}`,
      onGiveUp: {
        nobodyNeeds: 'the operator sees it among the jobs that failed, and takes it up again',
      },
    }
  )
})

type Fact = { eventId: string }

async function tell(offered: OfferedEvent, fact: Fact): Promise<void> {
  const listening = await Webhook.query()
    .whereNull('disabledAt')
    // Who chose it under the name of the fact, before it had another, still hears it
    .whereRaw('events && array[?, ?]', [offered.type, offered.fact])
    .select('id')
  if (listening.length === 0) return
  const data = await offered.tell(fact, await tenants.current())
  if (!data) return
  const faults = faultsIn(data, offered.data, appUrl)
  if (faults.length > 0) throw new Error(`${offered.type}: ${faults.join(', ')}`)
  const told = { type: offered.type, at: momentOfUuid(fact.eventId), data }
  for (const { id } of listening) await enter(id, fact.eventId, told)
}

/** Sends a message that says nothing but that we can reach the receiver. Returns its identifier. */
export async function tellTest(webhook: Webhook): Promise<string> {
  const tenant = await tenants.current()
  const url = `${appUrl}${here('webhooks.webhooks.show', { tenant, id: webhook.id })}`
  const told = { type: TEST_TYPE, at: clock.now().toJSDate(), data: { webhookId: webhook.id, url } }
  return (await enter(webhook.id, uuidv7(), told))!
}

type Told = { type: string; at: Date; data: Record<string, FieldValue> }

/** Writes a message and asks for it to be sent, in one transaction; null when it was written already. */
async function enter(webhookId: string, eventId: string, told: Told): Promise<string | null> {
  const id = uuidv7()
  const { rowCount } = await tenancy.trx().rawQuery(
    `insert into webhooks.deliveries (tenant_id, id, webhook_id, event_id, type, body, next_at)
     values (?, ?, ?, ?, ?, ?, now()) on conflict do nothing`,
    [tenancy.tenantId(), id, webhookId, eventId, told.type, bodyOf(told)]
  )
  if (rowCount === 0) return null
  await send(webhookId)
  return id
}
