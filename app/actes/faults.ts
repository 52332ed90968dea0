import { DomainError } from '#lib/errors'
import type Acte from './models/acte.js'
import type { ActeProblem } from './rules/check_acte.js'

/** Everything that the ministry would refuse, or why that cannot be told yet. */
export async function faultsOf(acte: Acte): Promise<ActeProblem[]> {
  try {
    return await acte.problems()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return [{ field: error.field ?? 'matiere', message: error.message }]
  }
}

/** The field of the form at which a rule's problem is shown: files there already have no field. */
export function formField(field: string): string {
  if (field === 'annexes') return 'newAnnexes'
  return field.replace(/^(annexes\.\d+)\.file$/, '$1.typePJ')
}
