import { randomBytes } from 'node:crypto'
import { SYSTEM } from '#kernel/actor'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { openWebhook } from '#app/webhooks/keeping'
import Attempt from '#app/webhooks/models/attempt'
import Delivery from '#app/webhooks/models/delivery'
import Webhook from '#app/webhooks/models/webhook'
import { projectMoved } from '#app/territory/events'
import { uuidv7 } from '#lib/values'
import { runDueJobs } from '#tests/helpers/jobs'
import { placeApart } from '#tests/world/journals'
import { allow, openReceiver } from './receiver.js'

/** A fact that no room but this one hears. */
export const FACT = projectMoved.type

export type Receiver = Awaited<ReturnType<typeof openReceiver>>

/** A member apart, and a receiver that it may name; ends them when what is returned is called. */
export async function listening(
  keep: (opened: { tenantId: string; receiver: Receiver }) => void,
  allowed?: string
): Promise<() => Promise<void>> {
  const [tenantId, receiver] = [await placeApart(), await openReceiver()]
  const forbid = allow(allowed ?? receiver.host)
  keep({ tenantId, receiver })
  return async () => {
    forbid()
    await receiver.close()
  }
}

/** Opens a webhook towards an address, and returns it with its secret. */
export const opened = (tenantId: string, url: string, events = [FACT]) =>
  tenancy.run(tenantId, () =>
    openWebhook({ url, description: `Logiciel ${randomBytes(3).toString('hex')}`, events }, SYSTEM)
  )

/** Something happens; returns the identifier of what it happened to. */
export async function happens(tenantId: string): Promise<string> {
  const projectId = uuidv7()
  await tenancy.run(tenantId, () => projectMoved.emit({ projectId }))
  return projectId
}

/** As the workers do: what happened becomes messages, which are sent. */
export async function work(tenantId: string): Promise<void> {
  await tellWhatHappened(tenantId)
  await runDueJobs(tenantId, 'webhooks.send')
}

export const tellWhatHappened = (tenantId: string) =>
  runDueJobs(tenantId, `webhooks.tell_${FACT.replaceAll('.', '_')}`)

export const webhookOf = (tenantId: string, id: string) =>
  tenancy.run(tenantId, () => Webhook.get(id))

/** What was sent to a webhook, oldest first, with its attempts. */
export const deliveriesOf = (tenantId: string, webhookId: string) =>
  tenancy.run(tenantId, async () => {
    const deliveries = await Delivery.query().where({ webhookId }).orderBy('id')
    const attempts = await Attempt.query()
      .whereIn(
        'deliveryId',
        deliveries.map(({ id }) => id)
      )
      .orderBy('number')
    return deliveries.map((row) => ({
      row,
      attempts: attempts.filter(({ deliveryId }) => deliveryId === row.id),
    }))
  })

/** Time goes by: what was to be tried later, and whoever rests, is to be tried now. */
export async function later(tenantId: string): Promise<void> {
  await tenancy.run(tenantId, async ({ trx }) => {
    const own = { tenant_id: tenantId }
    await trx.from('webhooks.webhooks').where(own).update({ resting_until: null })
    await trx
      .from('webhooks.deliveries')
      .where(own)
      .whereNotNull('next_at')
      .update({ next_at: trx.knexRawQuery('now()') })
  })
  await systemDb()
    .from('kernel.outbox')
    .where('tenant_id', tenantId)
    .whereNull('done_at')
    .update({ run_at: systemDb().knexRawQuery('now()') })
}
