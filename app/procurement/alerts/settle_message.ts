import type { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { walled } from '#rooms/outsiders'
import { delayAfter, isHopeless, verdictOf, type Result } from '#rooms/webhooks'
import AlertMessage from './alert_message.js'
import AlertReceiver, { type StoppedFor } from './receiver.js'

/**
 * Notes what came of an attempt, in the name of whom it is of; returns in how many seconds it is tried
 * again, or null.
 */
export async function settleMessage(messageId: string, result: Result): Promise<number | null> {
  const message = await AlertMessage.query(walled()).where('id', messageId).forUpdate().first()
  // Its receiver was taken away meanwhile, or another worker noted that it arrived
  if (!message?.nextAt) return null
  const receiver = await AlertReceiver.query(walled())
    .where('id', message.receiverId)
    .forUpdate()
    .firstOrFail()
  const { outcome, status } = result
  const now = clock.now()
  message.merge({ tries: message.tries + 1, outcome, status })
  if (verdictOf(result) === 'arrived') {
    await message.merge({ nextAt: null, deliveredAt: now }).save()
    await receiver.merge({ failingSince: null }).save()
    return null
  }
  return failed({ message, receiver, now }, result)
}

async function failed(
  { message, receiver, now }: { message: AlertMessage; receiver: AlertReceiver; now: DateTime },
  result: Result
): Promise<number | null> {
  const failingSince = receiver.failingSince ?? now
  const { retryAfter } = result
  const isGone = verdictOf(result) === 'gone'
  const delay = isGone
    ? null
    : delayAfter({ attempts: message.tries, chance: Math.random(), retryAfter })
  const next =
    delay === null ? { nextAt: null, givenUpAt: now } : { nextAt: now.plus({ seconds: delay }) }
  await message.merge(next).save()
  await receiver.merge({ failingSince }).save()
  if (isGone) await stop(receiver, 'gone')
  else if (delay === null && isHopeless(failingSince.toJSDate(), now.toJSDate()))
    await stop(receiver, 'failing')
  return delay
}

/** Nothing more is sent to it, nor what waited; whoever it is of sees it, and names another. */
async function stop(receiver: AlertReceiver, stoppedFor: StoppedFor): Promise<void> {
  const now = clock.now()
  await receiver.merge({ stoppedAt: now, stoppedFor }).save()
  await AlertMessage.query(walled())
    .where('receiverId', receiver.id)
    .whereNotNull('nextAt')
    .update({ nextAt: null, givenUpAt: now.toJSDate() })
}
