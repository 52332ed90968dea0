import type { DateTime } from 'luxon'
import type { Actor } from '#kernel/actor'
import { noteChange } from '../drafting/changes.js'
import type Consultation from '../drafting/consultation.js'
import { HourPassed } from '../errors.js'
import { consultationChanged } from '../events.js'

/**
 * Moves the hour back for everybody, in the transaction in context; its caller holds the row, which
 * whoever deposits meanwhile waits for (R2151-4). The keys do not change.
 * @throws E_HOUR_PASSED, E_TRANSITION_NOT_ALLOWED
 */
export async function extend(
  consultation: Consultation,
  { deadline, reason }: { deadline: DateTime; reason: string },
  by: Actor
): Promise<void> {
  if (consultation.isPastTheHour) throw new HourPassed()
  const from = consultation.deadline.toUTC().toISO()
  consultation.merge({ deadline })
  await consultation.step('extend', by, { reason, data: { from, to: deadline.toUTC().toISO() } })
  const words = `Heure limite reportée au ${consultation.hourWords} (${consultation.zone}). ${reason}`
  const { id: changeId } = await noteChange(consultation, 'extended', words)
  await consultationChanged.emit({ consultationId: consultation.id, changeId })
}
