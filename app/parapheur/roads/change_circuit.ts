import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import Circuit from '../models/circuit.js'
import Desk from '../models/desk.js'
import type { StepDefinition } from '../rules/circuit_definition.js'
import { circuitProblems, keyFor, stepsOf } from '../rules/road_form.js'
import { circuitsInForce, everyCircuit } from './circuits_in_force.js'
import { refuseForm } from './refuse_form.js'

export interface CircuitForm {
  name: string
  /** As `stepValue` says them; the empty ones are no steps. */
  steps: string[]
}

/**
 * Writes the next version of a circuit as a form says it, or a first one, in the transaction in
 * context; the folders under way keep theirs. @throws E_VALIDATION_ERROR
 */
export async function changeCircuit(last: Circuit | null, form: CircuitForm, by: Actor) {
  const { inForce } = await circuitsInForce()
  const others = inForce.filter(({ key }) => key !== last?.key)
  const taken = new Set((await everyCircuit()).map(({ key }) => key))
  refuseForm(
    circuitProblems(form, {
      desks: new Set((await Desk.all()).map(({ key }) => key)),
      names: new Set(others.map(({ name }) => name.toLowerCase())),
    })
  )
  const steps = stepsOf(form.steps) as StepDefinition[]
  const circuit = await Circuit.create({
    key: last?.key ?? keyFor(form.name, taken),
    name: form.name,
    version: (last?.version ?? 0) + 1,
    steps: JSON.stringify(steps) as never,
    decidedHere: true,
  })
  await journal.append({
    type: 'parapheur.circuit_written',
    subject: { capability: 'parapheur', type: 'circuit', id: circuit.id },
    actor: by,
    data: { key: circuit.key, version: circuit.version, name: form.name },
  })
  return circuit
}
