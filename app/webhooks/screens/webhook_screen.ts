import type { Meaning } from '#lib/meaning'
import { pageOf } from '#lib/page_of'
import { pageAfter } from '#web/cursor'
import { messageId } from '../formats/message.js'
import Attempt from '../models/attempt.js'
import Delivery from '../models/delivery.js'
import type Webhook from '../models/webhook.js'
import type { DisabledFor } from '../models/webhook.js'
import { attemptWords } from '../rules/verdict.js'
import { labelOf } from './choices_screen.js'

const SHOWN = 30

const STOPPED: Record<DisabledFor, string> = {
  asked: 'Arrêté',
  gone: 'Arrêté par son destinataire',
  failing: 'Arrêté après trois jours d’échecs',
}

/** The state of a webhook, in a few words and the shape that says it. */
export function stateOf(webhook: Webhook): { label: string; meaning: Meaning } {
  if (webhook.disabledFor)
    return {
      label: STOPPED[webhook.disabledFor],
      meaning: webhook.disabledFor === 'asked' ? 'plain' : 'trouble',
    }
  return webhook.failures > 0
    ? { label: 'Ne répond pas', meaning: 'trouble' }
    : { label: 'En service', meaning: 'done' }
}

/** A page of what was sent to a webhook, the newest first, each with its last attempt. */
export async function deliveriesPage(webhookId: string, after: string | null) {
  const query = Delivery.query()
    .where({ webhookId })
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  if (after) query.where('id', '<', after)
  const { shown, next } = pageOf(await query, SHOWN)
  const last = await lastAttempts(shown.map(({ id }) => id))
  const deliveries = shown.map((row) => {
    const attempt = last.get(row.id)
    return { row, label: labelOf(row.type), said: attempt && attemptWords(attempt) }
  })
  return { deliveries, next: pageAfter(next) }
}

async function lastAttempts(deliveryIds: string[]): Promise<Map<string, Attempt>> {
  const attempts = await Attempt.query()
    .whereIn('deliveryId', deliveryIds)
    .distinctOn('delivery_id')
    .orderBy('delivery_id')
    .orderBy('number', 'desc')
  return new Map(attempts.map((attempt) => [attempt.deliveryId, attempt]))
}

/** How many messages did not arrive, and may be sent anew. */
export async function missedBy(webhookId: string): Promise<number> {
  const [row] = await Delivery.query()
    .where({ webhookId })
    .whereNotNull('givenUpAt')
    .count('* as count')
  return Number(row.$extras.count)
}

/** One message with all its attempts, the newest first. */
export async function deliveryPage(row: Delivery) {
  const attempts = await Attempt.query().where('deliveryId', row.id).orderBy('number', 'desc')
  return {
    delivery: row,
    label: labelOf(row.type),
    messageId: messageId(row.eventId),
    body: JSON.stringify(JSON.parse(row.body), null, 2),
    attempts: attempts.map((attempt) => ({ row: attempt, said: attemptWords(attempt) })),
  }
}
