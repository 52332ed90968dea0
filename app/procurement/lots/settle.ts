import { SYSTEM } from '#kernel/actor'
import { openedOf } from '../award/opened.js'
import { abandon } from '../changing/abandon.js'
import type Consultation from '../drafting/consultation.js'
import { consultationSettled } from '../events.js'
import Lot from './lot.js'

const NONE = 'Aucun de ses lots n’a donné de marché.'

/**
 * Once none of its lots goes further, a consultation is notified, or sans suite when none gave a marché.
 * Its caller holds it; asked before, or where it is not divided, it does nothing.
 */
export async function settleIfDone(consultation: Consultation): Promise<void> {
  const lots = await Lot.of(consultation.id)
  if (lots.length === 0 || !lots.every(({ isOver }) => isOver)) return
  const notified = lots.filter(({ state }) => state === 'notified')
  if (notified.length === 0) return abandon(consultation, NONE, SYSTEM)
  const lastSigned = notified.map(({ signedOn }) => signedOn!).sort((a, b) => +b - +a)[0]
  consultation.merge({ signedOn: lastSigned })
  await consultation.step('settle', SYSTEM)
  await closePlis(consultation, new Set(notified.map(({ awardedPliId }) => awardedPliId!)))
  await consultationSettled.emit({ consultationId: consultation.id })
}

/** A pli is retained when one of its lots is. */
async function closePlis(consultation: Consultation, retained: Set<string>): Promise<void> {
  for (const pli of await openedOf(consultation))
    await pli.step(retained.has(pli.id) ? 'retain' : 'reject', SYSTEM)
}
