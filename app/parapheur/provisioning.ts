import User from '#kernel/identity/user'
import { InvalidValue } from '#kernel/values'
import Circuit from './models/circuit.js'
import Desk from './models/desk.js'
import DeskMember from './models/desk_member.js'
import Seal from './models/seal.js'
import {
  checkCircuit,
  isSameRoad,
  type CircuitDefinition,
  type DeskDefinition,
} from './rules/circuit_definition.js'

/** What a blueprint of `tenants/` says of a parapheur. */
export interface ParapheurBlueprint {
  desks: DeskDefinition[]
  circuits: CircuitDefinition[]
  /** The .p12 of the server seal; deposited when none is in force. */
  seal?: { p12: Buffer; password: string }
}

/**
 * Brings the parapheur of the tenant in context to what the blueprint says; run twice, it changes
 * nothing. A circuit that changes gets a new version: folders under way keep theirs. What was
 * changed is returned in French, for the operator's report. Throws InvalidValue.
 */
export async function provisionParapheur(blueprint: ParapheurBlueprint): Promise<string[]> {
  const keys = new Set(blueprint.desks.map(({ key }) => key))
  for (const circuit of blueprint.circuits) checkCircuit(circuit, keys)
  const changes: string[] = []
  for (const desk of blueprint.desks) changes.push(...(await provisionDesk(desk)))
  for (const circuit of blueprint.circuits) changes.push(...(await provisionCircuit(circuit)))
  if (blueprint.seal && !(await Seal.inForce())) {
    const { commonName } = await Seal.deposit(blueprint.seal.p12, blueprint.seal.password)
    changes.push(`cachet « ${commonName} » déposé`)
  }
  return changes
}

async function provisionDesk(definition: DeskDefinition): Promise<string[]> {
  const { key, name, owners } = definition
  const known = await Desk.findBy('key', key)
  const desk = known ?? new Desk()
  desk.merge({ key, name, title: definition.title ?? null })
  const changed = desk.$isDirty
  if (changed) await desk.save()
  const seated = await seat(desk, owners)
  return changed || seated ? [`bureau « ${name} » ${known ? 'mis à jour' : 'créé'}`] : []
}

async function seat(desk: Desk, emails: string[]): Promise<boolean> {
  const people = await User.query().whereIn(
    'email',
    emails.map((email) => email.toLowerCase())
  )
  if (people.length !== new Set(emails).size) {
    throw new InvalidValue(`Une personne du bureau ${desk.name} n’a pas de compte.`)
  }
  const wanted = people.map(({ id }) => id)
  const seats = await DeskMember.query().where('deskId', desk.id)
  const gone = seats.filter(({ userId }) => !wanted.includes(userId))
  const come = wanted.filter((id) => !seats.some(({ userId }) => userId === id))
  for (const one of gone) await one.delete()
  await DeskMember.createMany(come.map((userId) => ({ deskId: desk.id, userId })))
  return gone.length + come.length > 0
}

async function provisionCircuit(definition: CircuitDefinition): Promise<string[]> {
  const { key, name, steps } = definition
  const serves = definition.serves ?? null
  const last = await Circuit.query().where('key', key).orderBy('version', 'desc').first()
  const isSame =
    last && last.name === name && last.serves === serves && isSameRoad(last.steps, steps)
  if (isSame) return []
  const version = (last?.version ?? 0) + 1
  await Circuit.create({ key, name, serves, version, steps: JSON.stringify(steps) as never })
  return [`circuit « ${name} », version ${version}`]
}
