import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import Attempt from '../models/attempt.js'
import Webhook from '../models/webhook.js'
import { delayAfter, isHopeless, restAfter } from '../rules/schedule.js'
import { verdictOf, type Result } from '../rules/verdict.js'
import { stop } from '../stopping.js'
import type { Claim } from './claim.js'
import { holdLanes, leaveLane } from './lanes.js'

/**
 * Notes what came of an attempt, in the transaction in context. Returns in how many seconds the
 * webhook is worth another look: for a message that is tried again, or because its rest is over.
 */
export async function settle(claimed: Claim, runId: string, result: Result): Promise<number[]> {
  await holdLanes()
  await leaveLane(claimed.webhookId, runId)
  const delivery = await noted(claimed, result)
  // Removed meanwhile, with all that was sent to it
  if (!delivery) return []
  const webhook = await Webhook.get(claimed.webhookId)
  if (verdictOf(result) === 'arrived') {
    await arrived(webhook, claimed.deliveryId)
    return []
  }
  return failed(webhook, claimed.deliveryId, { ...result, tries: delivery.tries })
}

async function failed(webhook: Webhook, deliveryId: string, result: Result & { tries: number }) {
  const { tries, retryAfter } = result
  const delay = delayAfter({ attempts: tries, chance: Math.random(), retryAfter })
  const rest = restAfter(webhook.failures + 1, retryAfter)
  await postpone(deliveryId, webhook.disabledAt ? null : delay)
  const now = clock.now()
  const failingSince = webhook.failingSince ?? now
  await webhook.merge({ failures: webhook.failures + 1, failingSince }).save()
  await letRest(webhook.id, rest)
  const hopeless = delay === null && isHopeless(failingSince.toJSDate(), now.toJSDate())
  if (verdictOf(result) === 'gone') await stop(webhook, 'gone', SYSTEM)
  else if (hopeless) await stop(webhook, 'failing', SYSTEM)
  return [delay, rest].filter((seconds): seconds is number => seconds !== null && seconds > 0)
}

/** Writes the attempt, and counts it. */
async function noted({ deliveryId, at }: Claim, { retryAfter: _, ...result }: Result) {
  const { rows } = await tenancy.trx().rawQuery(
    `update webhooks.deliveries set attempts = attempts + 1, tries = tries + 1
     where tenant_id = ? and id = ? returning attempts, tries`,
    [tenancy.tenantId(), deliveryId]
  )
  const [delivery] = rows as { attempts: number; tries: number }[]
  if (!delivery) return null
  await Attempt.create({ ...result, deliveryId, number: delivery.attempts, at })
  return delivery
}

async function arrived(webhook: Webhook, deliveryId: string): Promise<void> {
  const now = clock.now()
  await tenancy
    .trx()
    .from('webhooks.deliveries')
    .where({ tenant_id: tenancy.tenantId(), id: deliveryId })
    .update({ next_at: null, given_up_at: null, delivered_at: now.toJSDate() })
  if (webhook.failures > 0)
    await webhook.merge({ failures: 0, failingSince: null, restingUntil: null }).save()
}

/** By the clock of the base, which the job that comes back is handed over by. */
async function postpone(deliveryId: string, delay: number | null): Promise<void> {
  await tenancy.trx().rawQuery(
    `update webhooks.deliveries set
       next_at = now() + make_interval(secs => ?::int),
       given_up_at = case when ?::int is null then now() end
     where tenant_id = ? and id = ?`,
    [delay, delay, tenancy.tenantId(), deliveryId] as any[]
  )
}

async function letRest(webhookId: string, rest: number): Promise<void> {
  await tenancy.trx().rawQuery(
    `update webhooks.webhooks set resting_until = now() + make_interval(secs => ?)
     where tenant_id = ? and id = ?`,
    [rest, tenancy.tenantId(), webhookId]
  )
}
