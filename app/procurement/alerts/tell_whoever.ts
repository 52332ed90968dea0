import { behind } from '#rooms/outsiders'
import type { Alert } from './alert.js'
import { enterMessage, FOUND_TYPE } from './alert_message.js'
import { mailAlert } from './mail_alert.js'
import { postMessage } from './post_message.js'

/** Asks for the mail and for the message of what a search found, in the transaction that notes it. */
export async function tellWhoever(
  { id: alertId, nextAt, criteria, personId, isMailed }: Alert & { nextAt: Date },
  consultationIds: string[]
): Promise<void> {
  const mailId = `${alertId}:${nextAt.getTime()}`
  if (isMailed)
    await mailAlert.enqueue(
      { alertId, consultationIds, mailId },
      { dedupeKey: `procurement.alert:${mailId}` }
    )
  if (!personId) return
  const told = { alertId, personId, criteria, consultationIds, type: FOUND_TYPE } as const
  const entered = await behind({ person: personId }, () => enterMessage(told))
  if (entered) await postMessage.enqueue({ ...entered, personId })
}
