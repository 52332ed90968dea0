import { outageCauses } from '../availability/outages.js'
import type Consultation from '../drafting/consultation.js'
import { lateAnswerCauses } from '../questions/late_answers.js'
import { importantChangeCauses } from './important_changes.js'
import { proposedHour, type Proposal } from '../rules/proposed_hour.js'

/**
 * The hour that a published consultation had better have, for what has happened to it since it was
 * published (R2151-4); null when it needs no other. Nobody is bound by it.
 */
export async function proposalOf(consultation: Consultation): Promise<Proposal | null> {
  if (consultation.state !== 'online' || consultation.isPastTheHour) return null
  const causes = [
    ...(await lateAnswerCauses(consultation)),
    ...(await importantChangeCauses(consultation)),
    ...(await outageCauses(consultation)),
  ]
  return proposedHour(consultation.deadline, consultation.zone, causes)
}
