import type { Actor } from '#kernel/actor'
import { noteChange } from '../drafting/changes.js'
import type Consultation from '../drafting/consultation.js'
import { HourPassed, LastLot, NotOnline } from '../errors.js'
import { consultationChanged } from '../events.js'
import Lot from './lot.js'

/** What a withdrawn lot leaves as it was: companies read it, on the page and by mail. */
const STAYS =
  'Les plis déjà déposés restent valables pour leurs autres lots : rien n’est à redéposer. Le trousseau et son empreinte ne changent pas.'

/**
 * Takes a lot out of a published consultation before its hour: it is sans suite (R2185-1), and everybody
 * is told. Its envelope stays in the trousseau, whose fingerprint the signed règlement bears, so every
 * pli that was sealed stays valid; who had answered that lot is told why with the others (R2185-2). The
 * caller holds the consultation. @throws E_CONSULTATION_NOT_ONLINE, E_HOUR_PASSED, E_LAST_LOT
 */
export async function takeOut(
  consultation: Consultation,
  lot: Lot,
  reason: string,
  by: Actor
): Promise<void> {
  if (consultation.state !== 'online') throw new NotOnline()
  if (consultation.isPastTheHour) throw new HourPassed()
  const others = (await Lot.of(consultation.id)).filter(
    ({ id, isOver }) => id !== lot.id && !isOver
  )
  if (others.length === 0) throw new LastLot()
  await lot.merge({ endReason: reason }).step('abandon', by, { reason })
  const words = [`${lot.name}, retiré. ${reason}`, STAYS].join('\n')
  const { id: changeId } = await noteChange(consultation, 'lots', words)
  await consultationChanged.emit({ consultationId: consultation.id, changeId })
}
