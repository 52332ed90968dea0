import type { Actor } from '#kernel/actor'
import { today } from '../award/today.js'
import { faultsOf } from '../award/decp_of.js'
import type Consultation from '../drafting/consultation.js'
import { awardNotified, decpPublished } from '../events.js'
import type Lot from './lot.js'
import { marcheOfLot } from '../award/decp_of_lots.js'
import { settleIfDone } from './settle.js'

/**
 * The letters of a lot are put where each company reads its own, and its essential data are published.
 * The caller holds the consultation. @throws E_TRANSITION_NOT_ALLOWED
 */
export async function notifyLot(consultation: Consultation, lot: Lot, by: Actor): Promise<void> {
  await lot.merge({ notifiedOn: today() }).step('notify', by)
  // The consultation is notified from the first of its lots on
  if (!consultation.notifiedOn) await consultation.merge({ notifiedOn: lot.notifiedOn }).save()
  const consultationId = consultation.id
  await awardNotified.emit({ consultationId })
  const isPublished = faultsOf(await marcheOfLot(consultation, lot)).length === 0
  if (isPublished) await decpPublished.emit({ consultationId })
  await settleIfDone(consultation)
}
