import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { receivers } from '#config/receivers'
import { ReceiverRefused, TooMany } from './errors.js'
import { drawSecret, sealed } from './models/secrets.js'
import Webhook from './models/webhook.js'
import { allowedHostsOf, faultOf } from './rules/receiver_address.js'
import { stoppedTask } from './stopping.js'

/** One member does not make the platform call the whole internet. */
export const MOST_WEBHOOKS = 20
/** How long the former secret still signs after a rotation. */
export const ROTATION_DAYS = 7

export interface Wanted {
  url: string
  description: string
  events: string[]
}

/**
 * Opens a webhook in the tenant in context; its secret is told this once.
 * @throws E_WEBHOOKS_RECEIVER_REFUSED, E_WEBHOOKS_TOO_MANY
 */
export async function openWebhook(wanted: Wanted, by: Actor) {
  mustBeReachable(wanted)
  const known = await Webhook.query().select('id')
  if (known.length >= MOST_WEBHOOKS) throw new TooMany(MOST_WEBHOOKS)
  const secret = drawSecret()
  const webhook = await Webhook.create({ ...wanted, secret: sealed(secret), failures: 0 })
  await note(webhook, 'opened', by)
  return { webhook, secret }
}

/** Changes where a webhook leads, or what it tells; it must be held. @throws E_WEBHOOKS_RECEIVER_REFUSED */
export async function changeWebhook(webhook: Webhook, wanted: Wanted, by: Actor): Promise<void> {
  mustBeReachable(wanted)
  // Another machine has failed nobody yet
  const fresh = wanted.url !== webhook.url && {
    failures: 0,
    failingSince: null,
    restingUntil: null,
  }
  await webhook.merge({ ...wanted, ...fresh }).save()
  await note(webhook, 'changed', by)
}

/** Draws another secret and returns it; the former signs beside it for some days, an older one no more. */
export async function rotateSecret(webhook: Webhook, by: Actor): Promise<string> {
  const secret = drawSecret()
  const previousUntil = clock.now().plus({ days: ROTATION_DAYS })
  const former = { previousSecret: webhook.secret, previousUntil }
  await webhook.merge({ ...former, secret: sealed(secret) }).save()
  await note(webhook, 'secret_rotated', by)
  return secret
}

/** Forgets the former secret before its days are over. */
export async function endRotation(webhook: Webhook, by: Actor): Promise<void> {
  if (!webhook.previousSecret) return
  await webhook.merge({ previousSecret: null, previousUntil: null }).save()
  await note(webhook, 'rotation_ended', by)
}

/** Removes a webhook, with what was sent to it. */
export async function removeWebhook(webhook: Webhook, by: Actor): Promise<void> {
  await tasks.close(stoppedTask(webhook.id))
  await webhook.delete()
  await note(webhook, 'removed', by)
}

function mustBeReachable({ url }: Wanted): void {
  const fault = faultOf(url, allowedHostsOf(receivers.allowedHosts))
  if (fault) throw new ReceiverRefused(fault).at('url')
}

const note = ({ ref }: Webhook, what: string, actor: Actor) =>
  journal.append({ type: `webhooks.webhook_${what}`, subject: ref, actor })
