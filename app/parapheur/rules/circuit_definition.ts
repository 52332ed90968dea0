import { InvalidValue } from '#lib/values'

export type StepKind = 'visa' | 'signature' | 'seal'

/** One step as it is kept; a seal is put by the server and needs no desk. */
export interface StepDefinition {
  kind: StepKind
  desk?: string
}

/** A circuit, whoever describes it. */
export interface CircuitDefinition {
  /** Lower case, digits and hyphens: it names the circuit for ever. */
  key: string
  /** What people read: « Visa du secrétariat, signature du maire ». */
  name: string
  steps: StepDefinition[]
}

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Throws InvalidValue on a circuit that nobody could go through. */
export function checkCircuit(circuit: CircuitDefinition, desks: ReadonlySet<string>): void {
  if (!KEY.test(circuit.key)) refuse(circuit, 'sa clé ne prend que minuscules, chiffres et tirets')
  if (circuit.steps.length === 0) refuse(circuit, 'il n’a aucune étape')
  for (const { kind, desk } of circuit.steps) {
    if (kind !== 'seal' && !desk) {
      refuse(circuit, 'une étape de visa ou de signature n’a pas de bureau')
    }
    if (desk && !desks.has(desk)) refuse(circuit, `le bureau ${desk} n’existe pas`)
  }
  if (!circuit.steps.some(({ kind }) => kind !== 'visa')) {
    refuse(circuit, 'personne n’y signe : ajoutez une signature ou un cachet')
  }
}

/** True when two versions of a circuit lead through the same desks in the same way. */
export function isSameRoad(one: StepDefinition[], other: StepDefinition[]): boolean {
  const road = (steps: StepDefinition[]) => steps.map(({ kind, desk }) => `${kind}:${desk ?? ''}`)
  return road(one).join() === road(other).join()
}

function refuse(circuit: CircuitDefinition, reason: string): never {
  throw new InvalidValue(`Le circuit ${circuit.name} ne peut pas servir : ${reason}.`)
}
