import type { Actor } from '#kernel/actor'
import type Consultation from '../drafting/consultation.js'
import type { LotEnding } from '../rules/lot_lifecycle.js'
import { settleIfDone } from './settle.js'
import type Lot from './lot.js'

/**
 * Ends a lot without a marché, with the reason that who answered reads (R2185-1, R2185-2). The caller
 * holds the consultation. @throws E_TRANSITION_NOT_ALLOWED
 */
export async function endLot(
  consultation: Consultation,
  lot: Lot,
  { ending, reason }: { ending: LotEnding; reason: string },
  by: Actor
): Promise<void> {
  await lot.merge({ endReason: reason }).step(ending, by, { reason })
  await settleIfDone(consultation)
}
