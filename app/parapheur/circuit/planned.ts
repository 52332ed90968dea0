import { DomainError } from '#lib/errors'
import Circuit from '../models/circuit.js'
import Desk from '../models/desk.js'
import { STEP_WORDS } from '../rules/words.js'

/**
 * The road that a folder of this type would take if it were opened now, in the tenant in context, as
 * the part `steps` shows it; empty where no circuit waits for it.
 */
export async function plannedRoad(type?: string): Promise<{ label: string; note: string }[]> {
  try {
    const circuit = await Circuit.ofType(type)
    const names = new Map((await Desk.all()).map(({ key, name }) => [key, name]))
    return circuit.steps.map(({ kind, desk }) => ({
      label: STEP_WORDS[kind].noun,
      note: (desk && names.get(desk)) || 'Cachet de la collectivité',
    }))
  } catch (error) {
    if (error instanceof DomainError) return []
    throw error
  }
}
