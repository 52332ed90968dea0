import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import FolderType from '../models/folder_type.js'
import { circuitsInForce } from './circuits_in_force.js'
import { refuseForm } from './refuse_form.js'

/**
 * Gives each type of folder the circuit that it follows from now on, in the transaction in context.
 * @param chosen the key of a circuit, by the key of a type; a type that is not told keeps its own
 * @throws E_VALIDATION_ERROR
 */
export async function chooseCircuits(chosen: Record<string, string>, by: Actor): Promise<number> {
  // The types are held first: a circuit that is being put away is no longer offered (put_away_circuit)
  const types = await FolderType.query().orderBy('position').forUpdate()
  const circuits = new Set((await circuitsInForce()).inForce.map(({ key }) => key))
  const changed = types.filter(({ key, circuitKey }) => chosen[key] && chosen[key] !== circuitKey)
  refuseForm(
    changed
      .filter(({ key }) => !circuits.has(chosen[key]))
      .map(({ key }) => ({ field: `types.${key}`, message: 'Choisissez un circuit de la liste.' }))
  )
  for (const type of changed) {
    await type.merge({ circuitKey: chosen[type.key], decidedHere: true }).save()
    await journal.append({
      type: 'parapheur.circuit_chosen',
      subject: { capability: 'parapheur', type: 'folder_type', id: type.id },
      actor: by,
      data: { type: type.key, circuit: type.circuitKey },
    })
  }
  return changed.length
}
