import type { Actor } from '#kernel/actor'
import type Consultation from '../drafting/consultation.js'
import type { LotEnding } from '../rules/lot_lifecycle.js'
import { settleIfDone } from './settle.js'
import type Lot from './lot.js'
import { takeOut } from './take_out.js'

/**
 * Ends a lot without a marché, with the reason that who answered reads (R2185-1, R2185-2). The caller
 * holds the consultation. Before the hour, it is taken out of what is answered.
 * @throws E_TRANSITION_NOT_ALLOWED and those of `takeOut`
 */
export async function endLot(
  consultation: Consultation,
  lot: Lot,
  { ending, reason }: { ending: LotEnding; reason: string },
  by: Actor
): Promise<void> {
  if (lot.state === 'planned' && ending === 'abandon') return takeOut(consultation, lot, reason, by)
  await lot.merge({ endReason: reason }).step(ending, by, { reason })
  await settleIfDone(consultation)
}
