import { SYSTEM } from '#kernel/actor'
import type Consultation from '../drafting/consultation.js'
import { countAnswers } from './answers.js'
import Lot from './lot.js'
import { settleIfDone } from './settle.js'

export const NOBODY = 'Aucune offre n’a été déposée pour ce lot (R2122-2, 1°).'

/** From the opening on each lot goes its own way: one that nobody answered ends there. */
export async function beginLots(consultation: Consultation): Promise<void> {
  const counts = await countAnswers(consultation)
  for (const lot of await Lot.of(consultation.id)) {
    // Taken out before the hour
    if (lot.isOver) continue
    if (counts.has(lot.envelope)) await lot.step('open', SYSTEM)
    else await lot.merge({ endReason: NOBODY }).step('find_none', SYSTEM, { reason: NOBODY })
  }
  await settleIfDone(consultation)
}
