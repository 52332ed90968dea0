import type { Actor } from '#kernel/actor'
import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { NothingToSetAside } from '../errors.js'
import { standingOf } from '../holders/standing.js'
import { mayEndWithout, setAsideWords } from '../rules/ending_without.js'
import { recordIfDone } from './record.js'
import { whoGave } from './shares.js'

/**
 * The plis that wait for a key which their company may never give: those that did not open, and those
 * that too few holders are left to open; none of these while holders can.
 */
export async function waitingForKeys(consultation: Consultation): Promise<Pli[]> {
  if (consultation.state !== 'opening') return []
  // A key that was given opens its pli in a moment: that one waits for nobody
  const found = await Pli.query()
    .where('consultationId', consultation.id)
    .whereIn('state', ['sealed', 'unreadable'])
    .whereNull('bidderKeys')
    .orderBy('receivedAt')
  const waiting = found.filter(({ state }) => state === 'sealed')
  const may = mayEndWithout({
    ...(await standingOf(consultation)),
    consultation: consultation.state,
    waiting: waiting.length,
    given: (await whoGave(consultation)).length,
  })
  return may ? found : found.filter(({ state }) => state === 'unreadable')
}

/**
 * Ends a session without the plis that nobody can open, each told unopened in the PV with the reason.
 * The caller holds the consultation. @throws E_NOTHING_TO_SET_ASIDE
 */
export async function endWithout(
  consultation: Consultation,
  reason: string,
  by: Actor
): Promise<void> {
  const waiting = await waitingForKeys(consultation)
  if (waiting.length === 0) throw new NothingToSetAside()
  for (const pli of waiting)
    await pli.merge({ refusal: setAsideWords(reason, pli.refusal) }).step('set_aside', by)
  await recordIfDone(consultation.id)
}
