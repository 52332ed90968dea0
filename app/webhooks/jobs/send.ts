import { receivers } from '#config/receivers'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { allowedHostsOf } from '../rules/receiver_address.js'
import { claim } from '../sending/claim.js'
import { exchange } from '../sending/exchange.js'
import { leaveLane, nextLane } from '../sending/lanes.js'
import { settle } from '../sending/settle.js'

interface Run {
  webhookId: string
  /** Names the run, so that it takes its own lane again after a death. */
  runId: string
}

/**
 * Sends the message of a webhook that has waited longest, then hands on to the next lane of the
 * tenant. Killed between the answer and our note of it, it sends the same message again, under the
 * same `webhook-id` (decision 0093).
 */
export const sendMessage = defineJob<Run>({
  name: 'webhooks.send',
  title: 'Envoyer un message à un webhook',
  queue: 'strangers',
  onGiveUp: ({ webhookId, runId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      await leaveLane(webhookId, runId)
      await handOn()
    }),
  async handle({ webhookId, runId }, { tenantId }) {
    const claimed = await tenancy.run(tenantId, () => claim(webhookId, runId))
    if (!claimed) return
    const result = await exchange(claimed, allowedHostsOf(receivers.allowedHosts))
    await tenancy.run(tenantId, async () => {
      for (const delay of await settle(claimed, runId, result)) await send(webhookId, { delay })
      await handOn()
    })
  },
})

/** Asks for the message of a webhook that has waited longest to be sent, after the commit. */
export const send = (
  webhookId: string,
  options: { delay?: number; priority?: number; dedupeKey?: string } = {}
) => sendMessage.enqueue({ webhookId, runId: uuidv7() }, options)

/** Whoever leaves a lane wakes the one that has waited longest: nobody looks round meanwhile. */
async function handOn(): Promise<void> {
  const next = await nextLane()
  if (next) await send(next)
}
