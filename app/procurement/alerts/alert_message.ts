import { AlertMessageSchema } from '#database/schema/procurement'
import { appUrl } from '#config/app'
import { clock } from '#kernel/clock'
import type { Meaning } from '#lib/meaning'
import { uuidv7 } from '#lib/values'
import { walled, WalledModel } from '#rooms/outsiders'
import { attemptWords, messageBody } from '#rooms/webhooks'
import { criteriaQuery, type Criteria } from '../rules/alert.js'
import AlertReceiver from './receiver.js'

/** What a program is told: which consultations a search found, or that we can reach it. */
export const FOUND_TYPE = 'procurement.alert_found'
export const TEST_TYPE = 'procurement.alert_test'

/** What a search found, on its way to the program of whom it is of. */
export default class AlertMessage extends WalledModel(AlertMessageSchema) {
  static table = 'procurement.alert_messages'
  static connection = 'app'

  get shownState(): { label: string; meaning: Meaning } {
    const { outcome, status } = this
    if (!outcome) return { label: 'En attente', meaning: 'waiting' }
    return attemptWords({ outcome, status })
  }
}

/** What is known of a search that found something, or is tried. */
interface Told {
  alertId: string
  personId: string
  criteria: Criteria
  consultationIds: string[]
  type: typeof FOUND_TYPE | typeof TEST_TYPE
}

/**
 * Writes what a program is to be told, in the transaction in context and in the name of whom the
 * search is of; the caller asks for it to be sent. Identifiers and addresses of ours alone leave.
 * Null where no program listens.
 */
export async function enterMessage(told: Told): Promise<{ messageId: string } | null> {
  const { alertId, personId, criteria, consultationIds, type } = told
  const receiver = await AlertReceiver.ofAlert(alertId)
  if (!receiver || receiver.stoppedAt) return null
  const id = uuidv7()
  const now = clock.now()
  const url = `${appUrl}/api/v1/procurement/consultations?${criteriaQuery(criteria)}`
  const data = { alertId, consultationIds, url }
  await AlertMessage.create(
    {
      ...{ id, receiverId: receiver.id, personId, tries: 0, nextAt: now, createdAt: now },
      body: messageBody({ type, at: now.toJSDate(), data }),
    },
    walled()
  )
  return { messageId: id }
}
