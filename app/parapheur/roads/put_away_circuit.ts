import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { CircuitFollowed, CircuitNameTaken } from '../errors.js'
import Circuit from '../models/circuit.js'
import FolderType from '../models/folder_type.js'
import { circuitsInForce } from './circuits_in_force.js'

/**
 * Puts away a circuit that no type of folder follows, in the transaction in context: nobody is
 * offered it any more, and the folders that took it keep it. @throws E_CIRCUIT_FOLLOWED
 */
export async function putAwayCircuit(circuit: Circuit, by: Actor): Promise<void> {
  // Held, so that nobody chooses it meanwhile
  const types = await FolderType.query().orderBy('position').forUpdate()
  const following = types.filter(({ circuitKey }) => circuitKey === circuit.key)
  if (following.length) throw new CircuitFollowed(following.map(({ name }) => name).join(', '))
  await say(circuit, clock.now().toJSDate(), by)
}

/** Brings back a circuit that was put away. @throws E_CIRCUIT_NAME_TAKEN */
export async function takeBackCircuit(circuit: Circuit, by: Actor): Promise<void> {
  const { inForce } = await circuitsInForce()
  const others = inForce.filter(({ key }) => key !== circuit.key)
  if (others.some(({ name }) => name.toLowerCase() === circuit.name.toLowerCase()))
    throw new CircuitNameTaken(circuit.name)
  await say(circuit, null, by)
}

/** Every version at once: whichever is read says it. A blueprint undoes none of it (provision.ts). */
async function say(circuit: Circuit, putAwayAt: Date | null, by: Actor): Promise<void> {
  await Circuit.query().where('key', circuit.key).update({ putAwayAt, decidedHere: true })
  await journal.append({
    type: putAwayAt ? 'parapheur.circuit_put_away' : 'parapheur.circuit_taken_back',
    subject: { capability: 'parapheur', type: 'circuit', id: circuit.id },
    actor: by,
    data: { key: circuit.key, name: circuit.name },
  })
}
