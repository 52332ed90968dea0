import type { DateTime } from 'luxon'
import { AlertReceiverSchema } from '#database/schema/procurement'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { walled, WalledModel } from '#rooms/outsiders'
import { newSecret, resealed, strangerFault } from '#rooms/webhooks'
import { ReceiverRefused } from '../dialogue_errors.js'

/** Why nothing more is sent to it: it said so (410), or it failed for days. */
export type StoppedFor = 'gone' | 'failing'

/** The program of her company that somebody has told of what a search finds. */
export default class AlertReceiver extends WalledModel(AlertReceiverSchema) {
  static table = 'procurement.alert_receivers'
  static connection = 'app'

  declare stoppedFor: StoppedFor | null
  declare failingSince: DateTime | null

  /** That of a search of the person in context, locked where that is asked; or null. */
  static ofAlert(alertId: string, hold = false): Promise<AlertReceiver | null> {
    const query = AlertReceiver.query(walled()).where({ alertId })
    return (hold ? query.forUpdate() : query).first()
  }
}

/** @throws E_RECEIVER_REFUSED: no private address, no address without TLS */
export function mustBeReachable(url: string): void {
  const fault = strangerFault(url)
  if (fault) throw new ReceiverRefused(fault).at('webhook')
}

/**
 * Has a program told of what a search of the person in context finds, in the place of the former one;
 * what waited for that one goes with it. Returns the secret that signs, which is shown this once.
 * @throws E_RECEIVER_REFUSED
 */
export async function setReceiver(personId: string, alertId: string, url: string): Promise<string> {
  mustBeReachable(url)
  const { shown, kept } = newSecret()
  await removeReceiver(alertId)
  const createdAt = clock.now()
  await AlertReceiver.create({ alertId, personId, url, secret: kept, createdAt }, walled())
  return shown
}

/** No program is told any more; there is none, and nothing changes. */
export async function removeReceiver(alertId: string): Promise<void> {
  await AlertReceiver.query(walled()).where({ alertId }).delete()
}

/** Seals every secret again under the current key of the application. */
export async function rotateReceivers(): Promise<number> {
  const rows = () => systemDb().from('procurement.alert_receivers')
  const kept: { id: string; secret: string }[] = await rows().select('id', 'secret').orderBy('id')
  for (const { id, secret } of kept)
    // One that was replaced meanwhile is under the current key already
    await rows()
      .where({ id, secret })
      .update({ secret: resealed(secret) })
  return kept.length
}
