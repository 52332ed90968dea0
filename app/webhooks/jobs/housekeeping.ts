import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { send } from './send.js'

/** How long what was sent may be seen, and sent anew. */
export const KEPT_DAYS = 30
const PURGED_AT_ONCE = 10_000

/**
 * Lanes wake each other; this finds those that nobody woke: a job that gave up, a base that was
 * restored without its outbox.
 */
export async function findForgotten(): Promise<void> {
  const { rows } = await systemDb().rawQuery(
    `select due.tenant_id, due.webhook_id from webhooks.deliveries due
     join webhooks.webhooks lanes
       on lanes.tenant_id = due.tenant_id and lanes.id = due.webhook_id
     where due.next_at < now() - interval '2 minutes' and lanes.disabled_at is null
       and (lanes.sending_until is null or lanes.sending_until < now())
       and (lanes.resting_until is null or lanes.resting_until < now())
     group by 1, 2 limit 500`
  )
  for (const { tenant_id: tenantId, webhook_id: webhookId } of rows)
    // Once, however long the workers are away, or held in by a rehearsal
    await tenancy.run(tenantId, () => send(webhookId, { dedupeKey: `webhooks.found:${webhookId}` }))
}

/** Forgets what was sent thirty days ago, with the answers that came. */
export async function forgetOld(): Promise<void> {
  await systemDb().rawQuery(
    `delete from webhooks.deliveries where (tenant_id, id) in (
       select tenant_id, id from webhooks.deliveries
       where created_at < now() - make_interval(days => ?) limit ?)`,
    [KEPT_DAYS, PURGED_AT_ONCE]
  )
}

definePeriodic({
  name: 'webhooks.find_forgotten',
  title: 'Reprendre les webhooks que rien n’a réveillés',
  everySeconds: 120,
  run: findForgotten,
})

definePeriodic({
  name: 'webhooks.forget_old',
  title: 'Effacer les envois de webhooks de plus de trente jours',
  everySeconds: 3600,
  run: forgetOld,
})
