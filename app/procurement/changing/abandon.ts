import type { Actor } from '#kernel/actor'
import { noteChange } from '../drafting/changes.js'
import type Consultation from '../drafting/consultation.js'
import { consultationChanged } from '../events.js'
import { abandonLots } from '../lots/abandon_lots.js'

/**
 * Declares a consultation sans suite, in the transaction in context; its caller holds the row. Plis
 * that are sealed stay shut for ever, and who answered is told why (R2185-1, R2185-2).
 * @throws E_TRANSITION_NOT_ALLOWED, E_LOTS_AWARDED
 */
export async function abandon(
  consultation: Consultation,
  reason: string,
  by: Actor
): Promise<void> {
  const { id } = consultation
  await abandonLots(consultation, reason, by)
  await consultation.step('abandon', by, { reason })
  const words = `Consultation déclarée sans suite. ${reason}`
  const { id: changeId } = await noteChange(consultation, 'abandoned', words)
  await consultationChanged.emit({ consultationId: id, changeId })
}
