import Circuit from '../models/circuit.js'
import FolderType from '../models/folder_type.js'

/** The last version of each circuit, by its name, those put away with the others. */
export async function everyCircuit(): Promise<Circuit[]> {
  const versions = await Circuit.query().orderBy('version')
  const last = new Map(versions.map((one) => [one.key, one]))
  return [...last.values()].sort((one, other) => one.name.localeCompare(other.name, 'fr'))
}

/**
 * The circuits of the member in context: those that a folder may follow, and those put away. One
 * that a type of folder follows is in force whatever was said of it: a blueprint may bring the type.
 */
export async function circuitsInForce(): Promise<{ inForce: Circuit[]; putAway: Circuit[] }> {
  const [circuits, types] = [await everyCircuit(), await FolderType.all()]
  const followed = new Set(types.map(({ circuitKey }) => circuitKey))
  const isInForce = ({ key, putAwayAt }: Circuit) => !putAwayAt || followed.has(key)
  return {
    inForce: circuits.filter(isInForce),
    putAway: circuits.filter((circuit) => !isInForce(circuit)),
  }
}
