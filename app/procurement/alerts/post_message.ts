import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { behind, walled } from '#rooms/outsiders'
import { postToStranger } from '#rooms/webhooks'
import AlertMessage from './alert_message.js'
import AlertReceiver from './receiver.js'
import { settleMessage } from './settle_message.js'

interface Asked {
  messageId: string
  personId: string
}

/**
 * Posts what a search found to the program of its owner. Killed between the answer and our note of it,
 * it posts the same again under the same `webhook-id` (decision 0093).
 */
export const postMessage = defineJob<Asked>({
  name: 'procurement.post_message',
  title: 'Dire au logiciel d’une entreprise ce que sa recherche a trouvé',
  queue: 'strangers',
  onGiveUp: { nobodyNeeds: 'its moment has come, and it is found again' },
  async handle({ messageId, personId }) {
    const due = await behind({ person: personId }, () => dueNow(messageId))
    if (!due) return
    const result = await postToStranger(due)
    const delay = await behind({ person: personId }, () => settleMessage(messageId, result))
    // A second later than its moment, or it would come before it
    if (delay !== null)
      await postMessage.enqueueForPlatform({ messageId, personId }, { delay: delay + 1 })
  },
})

/** Null where it arrived, was given up, is not due, or nobody listens any more. */
async function dueNow(messageId: string) {
  const message = await AlertMessage.find(messageId, walled())
  if (!message?.nextAt || message.nextAt > clock.now()) return null
  const { id, body, receiverId } = message
  const receiver = await AlertReceiver.find(receiverId, walled())
  if (!receiver || receiver.stoppedAt) return null
  return { id, body, url: receiver.url, secret: receiver.secret }
}
