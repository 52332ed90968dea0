import type { Actor } from '#kernel/actor'
import type Consultation from '../drafting/consultation.js'
import { LotsAwarded } from '../errors.js'
import Lot from './lot.js'

/** All of them are given up with their consultation. @throws E_LOTS_AWARDED when one is given to somebody already */
export async function abandonLots({ id }: Consultation, reason: string, by: Actor): Promise<void> {
  const lots = await Lot.of(id)
  if (lots.some(({ isAwarded }) => isAwarded)) throw new LotsAwarded()
  for (const lot of lots.filter(({ isOver }) => !isOver))
    await lot.merge({ endReason: reason }).step('abandon', by, { reason })
}
