import { CircuitSchema } from '#database/schema/parapheur'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { CircuitMissing, NoCircuit } from '../errors.js'
import type { StepDefinition } from '../rules/circuit_definition.js'
import FolderType from './folder_type.js'

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

  /** The circuit of a type of folder, or of the first type when none is told; throws E_NO_CIRCUIT. */
  static async ofType(key?: string): Promise<Circuit> {
    const types = FolderType.query().orderBy('position')
    const type = await (key ? types.where('key', key) : types).first()
    if (!type) throw new NoCircuit()
    return this.named(type.circuitKey)
  }

  /** The last version of the circuit of which this is one; held if asked. @throws E_CIRCUIT_MISSING */
  static async lastLike(id: string, { hold = false } = {}): Promise<Circuit> {
    const known = isUuid(id) ? await this.find(id) : null
    if (!known) throw new CircuitMissing()
    // Two who write a version at once wait for one another at the first one, which nothing changes
    if (hold) await this.query().where({ key: known.key, version: 1 }).forUpdate()
    return this.named(known.key)
  }
}
