import type { PostOffice } from './post_office.js'
import { SCENARIOS } from './scenarios.js'
import { isActe, type MinistryState } from './state.js'

/** What the ministry holds, for people and for the tests that prove "exactly once". */
export function consoleReport(state: MinistryState, postOffice: PostOffice) {
  const transactions = state.transactions()
  const receivedByActe: Record<string, number> = {}
  for (const { acteId } of transactions.filter(isActe)) {
    if (acteId) receivedByActe[acteId] = (receivedByActe[acteId] ?? 0) + 1
  }
  return {
    classificationDate: state.classificationDate(),
    transactions,
    refusals: state.refusals(),
    receivedByActe,
    mailsPending: postOffice.pending,
    scenarios: SCENARIOS,
  }
}
