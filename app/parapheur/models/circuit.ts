import { CircuitSchema } from '#database/schema'
import { TenantModel } from '#kernel/tenancy'
import { NoCircuit } from '../errors.js'
import type { StepDefinition } from '../rules/circuit_definition.js'

/** One version of a circuit; folders keep the one they were opened with. */
export default class Circuit extends TenantModel(CircuitSchema) {
  static table = 'parapheur.circuits'
  declare steps: StepDefinition[]

  /** The last version of the circuit of that key; throws E_NO_CIRCUIT. */
  static async named(key: string): Promise<Circuit> {
    const circuit = await this.query().where('key', key).orderBy('version', 'desc').first()
    if (!circuit) throw new NoCircuit()
    return circuit
  }

  /** The circuit that serves a capability's folders when they name none; throws E_NO_CIRCUIT. */
  static async serving(capability: string): Promise<Circuit> {
    const latest = await this.query().orderBy('version', 'desc')
    const byKey = new Map<string, Circuit>()
    for (const circuit of latest) if (!byKey.has(circuit.key)) byKey.set(circuit.key, circuit)
    const found = [...byKey.values()].find(({ serves }) => serves === capability)
    if (!found) throw new NoCircuit()
    return found
  }
}
