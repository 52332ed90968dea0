import type { ActeState } from './lifecycle.js'

/** What happens to an acte when an answer of the ministry comes for it. */
export type AnswerDecision =
  | 'acknowledge'
  | 'report_anomaly'
  | 'confirm_cancellation'
  | 'give_up_cancellation'
  // The same answer came before: nothing to do, and nothing to show
  | 'already_known'
  // It proves that the ministry has the acte: the acknowledgement is still to come
  | 'proof_of_receipt'
  // It cannot change the acte: an operator looks at it
  | 'set_aside'

const WAITING: ActeState[] = ['transmitting', 'transmitted']
const RECEIVED: ActeState[] = ['acknowledged', 'published', 'archived', 'cancelling', 'cancelled']

/** After an acknowledgement 1-2. */
export function onAcknowledgement(state: ActeState): AnswerDecision {
  if (WAITING.includes(state) || state === 'anomaly') return 'acknowledge'
  return RECEIVED.includes(state) ? 'already_known' : 'set_aside'
}

/** After an anomaly 1-3 or an anomaly of our envelope (ANO_). */
export function onAnomaly(state: ActeState, detail: string): AnswerDecision {
  if (saysAlreadyTransmitted(detail)) {
    if (WAITING.includes(state)) return 'proof_of_receipt'
    return RECEIVED.includes(state) ? 'already_known' : 'set_aside'
  }
  if (WAITING.includes(state)) return 'report_anomaly'
  return state === 'anomaly' ? 'already_known' : 'set_aside'
}

/** After an acknowledgement of a cancellation 6-2. */
export function onCancellationAcknowledged(state: ActeState): AnswerDecision {
  if (state === 'cancelling') return 'confirm_cancellation'
  return state === 'cancelled' ? 'already_known' : 'set_aside'
}

/** True when the ministry refuses a second sending of an acte that it holds. */
export function saysAlreadyTransmitted(detail: string): boolean {
  return /d[ée]j[àa]\s+(été\s+|ete\s+)?(transmis|re[çc]u)|m[êe]me\s+id\s+existe/i.test(detail)
}
