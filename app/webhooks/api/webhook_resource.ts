import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import type { Actor } from '#kernel/actor'
import type { Call } from '#web/api/operation'
import { told } from '#web/api/shapes'
import type Delivery from '../models/delivery.js'
import Webhook from '../models/webhook.js'

/** What a program is told of a webhook: never a secret, which is said once, on a screen. */
export const webhookShape = vine.create({
  id: told.id(),
  url: told.text(),
  description: told.text(),
  events: vine.array(told.text()),
  state: told.oneOf(['running', 'resting', 'stopped'] as const),
  stoppedFor: told.oneOf(['asked', 'gone', 'failing'] as const).nullable(),
  failingSince: told.moment().nullable(),
  /** Whether the former secret still signs beside the present one. */
  hasTwoSecrets: told.flag(),
  createdAt: told.moment(),
})

/** A message sent to a webhook, or on its way. */
export const deliveryShape = vine.create({
  id: told.id(),
  type: told.text(),
  state: told.oneOf(['waiting', 'received', 'given_up'] as const),
  attempts: told.count(),
  createdAt: told.moment(),
})

export function toldWebhook(webhook: Webhook): Infer<typeof webhookShape> {
  const { id, url, description, events, disabledAt, disabledFor, restingUntil } = webhook
  return {
    id,
    url,
    description,
    events,
    state: disabledAt ? 'stopped' : restingUntil ? 'resting' : 'running',
    stoppedFor: disabledFor,
    failingSince: webhook.failingSince?.toUTC().toISO() ?? null,
    hasTwoSecrets: webhook.hasTwoSecrets,
    createdAt: webhook.createdAt.toUTC().toISO()!,
  }
}

export function toldDelivery(delivery: Delivery): Infer<typeof deliveryShape> {
  const { id, type, attempts, deliveredAt, givenUpAt, createdAt } = delivery
  const state = deliveredAt ? 'received' : givenUpAt ? 'given_up' : 'waiting'
  return { id, type, state, attempts, createdAt: createdAt.toUTC().toISO()! }
}

/** The webhook as its program last saw it, held. */
export const seenWebhook = async ({ params }: Call) => toldWebhook(await Webhook.hold(params.id))

export const webhookAnswer = { kind: 'thing', of: 'Webhook', shape: webhookShape } as const
export const deliveryAnswer = { kind: 'thing', of: 'Envoi', shape: deliveryShape } as const

/** Holds the webhook that is named, does that to it, and tells it again. */
export const does =
  (gesture: (webhook: Webhook, by: Actor) => Promise<unknown>) =>
  async ({ params, ctx }: Call) => {
    const webhook = await Webhook.hold(params.id)
    await gesture(webhook, ctx.actor)
    return toldWebhook(await Webhook.get(params.id))
  }
