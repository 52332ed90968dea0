import type { ParapheurBlueprint } from './blueprint.js'
import Circuit from './models/circuit.js'
import Desk from './models/desk.js'
import FolderType from './models/folder_type.js'
import { checkCircuit, isSameRoad, type CircuitDefinition } from './rules/circuit_definition.js'

/**
 * Brings the parapheur of the tenant in context to what its blueprint says (`tenants/blueprints`):
 * desks with the titles that hold them, circuits, types of folders. Run twice, it changes nothing;
 * what the member wrote itself since (roads/) stays as it is.
 * A circuit that changed gets a new version: folders under way keep theirs. Returns what changed,
 * in French. Throws InvalidValue on a circuit that nobody could go through.
 */
export async function provisionParapheur(blueprint: ParapheurBlueprint): Promise<string[]> {
  const desks = new Set(blueprint.desks.map(({ key }) => key))
  const changes: string[] = []
  for (const desk of blueprint.desks) changes.push(...(await provisionDesk(desk)))
  for (const { key, name, steps } of blueprint.circuits) {
    const circuit = { key, name, steps: steps.map(({ action, desk }) => ({ kind: action, desk })) }
    checkCircuit(circuit, desks)
    changes.push(...(await provisionCircuit(circuit)))
  }
  for (const [position, type] of blueprint.types.entries()) {
    changes.push(...(await provisionType(type, position)))
  }
  return changes
}

async function provisionDesk({ key, name, titles }: ParapheurBlueprint['desks'][number]) {
  const known = await Desk.findBy('key', key)
  if (known?.decidedHere) return []
  if (known && known.name === name && known.titles.join() === titles.join()) return []
  await (known ?? new Desk()).merge({ key, name, titles }).save()
  return [`Parapheur : bureau « ${name} » ${known ? 'mis à jour' : 'créé'}.`]
}

async function provisionCircuit({ key, name, steps }: CircuitDefinition): Promise<string[]> {
  const last = await Circuit.query().where('key', key).orderBy('version', 'desc').first()
  if (last?.decidedHere) return []
  if (last?.name === name && isSameRoad(last.steps, steps)) return []
  const version = (last?.version ?? 0) + 1
  await Circuit.create({ key, name, version, steps: JSON.stringify(steps) as never })
  return [`Parapheur : circuit « ${name} », version ${version}.`]
}

async function provisionType(type: ParapheurBlueprint['types'][number], position: number) {
  const { key, name, circuit: circuitKey } = type
  const known = await FolderType.findBy('key', key)
  if (known?.decidedHere) return []
  if (known?.name === name && known.circuitKey === circuitKey) return []
  await (known ?? new FolderType()).merge({ key, name, circuitKey, position }).save()
  return [`Parapheur : type « ${name} » ${known ? 'mis à jour' : 'créé'}.`]
}
