import { clock } from '#kernel/clock'
import Consultation from '../drafting/consultation.js'
import { TooLateToWithdraw } from '../errors.js'
import Pli from './pli.js'

/**
 * Takes a deposited pli back before the hour, in the transaction in context: it is kept as a proof
 * and is never opened. Asked twice, it does no harm. What it had replaced stays replaced: who
 * withdraws says that she no longer answers.
 * @throws E_PLI_MISSING, E_TOO_LATE_TO_WITHDRAW, E_TRANSITION_NOT_ALLOWED
 */
export async function withdrawPli(personId: string, pliId: string): Promise<Pli> {
  const pli = await Pli.ofPerson(personId, pliId)
  if (pli.state === 'withdrawn') return pli
  // Nobody moves the hour nor closes meanwhile
  const consultation = await Consultation.query()
    .where('id', pli.consultationId)
    .forShare()
    .firstOrFail()
  if (consultation.isPastTheHour) throw new TooLateToWithdraw()
  pli.merge({ withdrawnAt: clock.now() })
  await pli.quietly('withdraw')
  return pli
}
