import type { Actor } from '#kernel/actor'
import type Consultation from '../drafting/consultation.js'
import { LotsAwarded } from '../errors.js'
import Lot from './lot.js'

/** All of them are given up with their consultation. @throws E_LOTS_AWARDED when one is given to somebody already */
export async function abandonLots({ id }: Consultation, reason: string, by: Actor): Promise<void> {
  const going = (await Lot.of(id)).filter(({ isOver }) => !isOver)
  if (going.some((lot) => !lot.allows('abandon'))) throw new LotsAwarded()
  for (const lot of going) await lot.merge({ endReason: reason }).step('abandon', by, { reason })
}
