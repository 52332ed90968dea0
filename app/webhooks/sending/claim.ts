import type { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { messageId } from '../formats/message.js'
import { signedHeaders } from '../formats/signature.js'
import Delivery from '../models/delivery.js'
import Webhook from '../models/webhook.js'
import { holdLanes, LANES_PER_TENANT, takeLane, leaveLane } from './lanes.js'

/** A message that a run, and no other, is to send now. */
export interface Claim {
  webhookId: string
  deliveryId: string
  url: URL
  headers: Record<string, string>
  body: string
  at: DateTime
}

/**
 * Takes the lane of a webhook and its message that has waited longest; null when there is nothing to
 * do, or when another run does it and hands on. A run that begins again after a death takes its own.
 */
export async function claim(webhookId: string, runId: string): Promise<Claim | null> {
  const lanes = await holdLanes()
  const mine = lanes.find(({ id }) => id === webhookId)
  if (!mine) return null
  const others = lanes.filter(({ busy, sending_by }) => busy && sending_by !== runId)
  if (others.includes(mine) || others.length >= LANES_PER_TENANT) return null
  const delivery = mine.enabled && mine.rested ? await longestWaiting(webhookId) : null
  if (!delivery) {
    await leaveLane(webhookId, runId)
    return null
  }
  await takeLane(webhookId, runId)
  return claimOf(await Webhook.get(webhookId), delivery)
}

const longestWaiting = (webhookId: string) =>
  Delivery.query()
    .where({ webhookId })
    .whereRaw('next_at <= now()')
    .orderBy('nextAt')
    .orderBy('id')
    .first()

function claimOf(webhook: Webhook, { id: deliveryId, eventId, body }: Delivery): Claim {
  const at = clock.now()
  const message = { id: messageId(eventId), timestamp: Math.floor(at.toSeconds()), body }
  return {
    webhookId: webhook.id,
    deliveryId,
    url: new URL(webhook.url),
    body,
    at,
    headers: signedHeaders(message, webhook.validSecrets()),
  }
}
