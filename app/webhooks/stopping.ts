import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import type { DisabledFor } from './models/webhook.js'
import type Webhook from './models/webhook.js'

export const stoppedTask = (webhookId: string) => `webhooks.stopped:${webhookId}`

/**
 * Sends nothing more to a webhook, which must be held: what waited for it is given up, and may be sent
 * anew once it is back. Whoever administers the tenant is called, by a task and so by mail, unless one
 * of them asked.
 */
export async function stop(webhook: Webhook, why: DisabledFor, by: Actor): Promise<void> {
  if (webhook.disabledAt) return
  await webhook.merge({ disabledAt: clock.now(), disabledFor: why }).save()
  await tenancy
    .trx()
    .from('webhooks.deliveries')
    .where({ tenant_id: tenancy.tenantId(), webhook_id: webhook.id })
    .whereNotNull('next_at')
    .update({ next_at: null, given_up_at: clock.now().toJSDate() })
  await journal.append({
    type: 'webhooks.webhook_stopped',
    subject: webhook.ref,
    actor: by,
    data: { why },
  })
  if (why !== 'asked') await call(webhook)
}

/** Sends to it again what happens from now on; it must be held. */
export async function restart(webhook: Webhook, by: Actor): Promise<void> {
  if (!webhook.disabledAt) return
  const anew = { failures: 0, failingSince: null, restingUntil: null }
  await webhook.merge({ ...anew, disabledAt: null, disabledFor: null }).save()
  await journal.append({ type: 'webhooks.webhook_restarted', subject: webhook.ref, actor: by })
  await tasks.close(stoppedTask(webhook.id))
}

async function call(webhook: Webhook): Promise<void> {
  const tenant = await tenants.current()
  await tasks.open({
    key: stoppedTask(webhook.id),
    capability: 'webhooks',
    title: `Remettre en route le webhook vers ${webhook.host}`,
    url: here('webhooks.webhooks.show', { tenant, id: webhook.id }),
    role: 'administrator',
    subjectId: webhook.id,
  })
}
