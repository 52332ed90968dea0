import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import type Consultation from '../drafting/consultation.js'
import { close } from './close.js'
import { recordIfDone } from './record.js'

/**
 * Opens the session where the plis are opened. The code no longer says how: a president, those who
 * are there, and a procès-verbal. @throws E_BEFORE_THE_HOUR, E_TRANSITION_NOT_ALLOWED
 */
export async function openSession(
  consultation: Consultation,
  { president, members }: { president: string; members: string },
  by: Actor
): Promise<void> {
  consultation.mustBePastTheHour()
  if (consultation.state === 'online') await close(consultation)
  consultation.merge({ president, membersPresent: members, openedAt: clock.now() })
  await consultation.step('open', by)
  await recordIfDone(consultation.id)
}
