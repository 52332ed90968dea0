import { SYSTEM } from '#kernel/actor'
import type Consultation from '../drafting/consultation.js'
import { answersOf } from './answers.js'
import { settleIfDone } from './settle.js'

export const NOBODY = 'Aucune offre n’a été déposée pour ce lot (R2122-2, 1°).'

/** From the opening on each lot goes its own way: one that nobody answered ends there. */
export async function beginLots(consultation: Consultation): Promise<void> {
  for (const { lot, plis } of await answersOf(consultation)) {
    // Taken out before the hour
    if (lot.isOver) continue
    if (plis.length > 0) await lot.step('open', SYSTEM)
    else await lot.merge({ endReason: NOBODY }).step('find_none', SYSTEM, { reason: NOBODY })
  }
  await settleIfDone(consultation)
}
