import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { seenIn, type SharedForm } from '#web/forms/shared_form'
import { ownersOf } from '../circuit/people.js'
import type Circuit from '../models/circuit.js'
import Desk from '../models/desk.js'
import FolderType from '../models/folder_type.js'
import type { StepDefinition } from '../rules/circuit_definition.js'
import { MOST_STEPS, stepValue } from '../rules/road_form.js'
import { STEP_WORDS } from '../rules/words.js'
import { circuitsInForce } from './circuits_in_force.js'

const SEAL = 'Cachet de la collectivité'
/** How many empty steps a form offers beside those that are there. */
const MORE = 2
const FEWEST = 4

/** All the roads of a folder: which circuit each type takes, the circuits, the desks and who holds them. */
export async function roadsScreen({ tenant }: HttpContext) {
  const [types, desks] = [await allTypes(), await allDesks()]
  const { inForce: circuits, putAway } = await circuitsInForce()
  const names = new Map(desks.map(({ key, name }) => [key, name]))
  const lines = []
  for (const desk of desks) {
    const owners = (await ownersOf(desk.id)).map(({ fullName }) => fullName)
    const edit = here('parapheur.desks.edit', { tenant, id: desk.id })
    lines.push({ name: desk.name, titles: desk.titles.join(', '), owners, edit })
  }
  return {
    types,
    shared: shown(sharedTypes(types)),
    circuits: circuits.map(({ id, key, name, version, steps }) => ({
      ...{ name, version, key },
      road: steps.map((step) => ({ label: STEP_WORDS[step.kind].noun, note: noteOf(step, names) })),
      takenBy: types.filter((one) => one.circuitKey === key).map((one) => one.name),
      edit: here('parapheur.circuits.edit', { tenant, id }),
      away: here('parapheur.put_away_circuits.store', { tenant, id }),
    })),
    putAway: putAway.map(({ id, name, putAwayAt }) => ({
      ...{ name, since: putAwayAt },
      back: `${here('parapheur.put_away_circuits.destroy', { tenant, id })}?_method=DELETE`,
    })),
    choices: circuits.map(({ key: value, name: label }) => ({ value, label })),
    desks: lines,
    home: here('parapheur.circuits.index', { tenant }),
  }
}

const noteOf = ({ desk }: StepDefinition, names: Map<string, string>) =>
  desk ? (names.get(desk) ?? 'bureau disparu') : SEAL

/** The form of a circuit, or of one to come. */
export async function circuitScreen(circuit: Circuit | null) {
  const desks = await allDesks()
  const steps = (circuit?.steps ?? []).map(stepValue)
  const places = Math.min(MOST_STEPS, Math.max(FEWEST, steps.length + MORE))
  const at = (kind: 'visa' | 'signature') =>
    desks.map(({ key, name }) => ({
      value: stepValue({ kind, desk: key }),
      label: `${STEP_WORDS[kind].noun} : ${name}`,
    }))
  return {
    circuit,
    places: Array.from({ length: places }, (_, index) => steps[index] ?? ''),
    options: [
      { label: 'Visas', options: at('visa') },
      { label: 'Signatures', options: at('signature') },
      { label: 'Cachet', options: [{ value: 'seal', label: SEAL }] },
    ],
    shared: circuit && shown(sharedCircuit(circuit)),
  }
}

export const allDesks = () => Desk.query().orderBy('name').exec()
export const allTypes = () => FolderType.query().orderBy('position').exec()

/** The field of a form that says what was seen (decision 0040). */
export const shown = (form: SharedForm) => ({ seen: seenIn(form), form: form.key })

export const sharedCircuit = ({ key, name, steps }: Circuit): SharedForm => ({
  key: `circuit:${key}`,
  what: 'ce circuit',
  stored: { name, steps: steps.map(stepValue) },
  labels: { name: 'Nom' },
})

export const sharedDesk = ({ id, name, titles }: Desk): SharedForm => ({
  key: `desk:${id}`,
  what: 'ce bureau',
  stored: { name, titles },
  labels: { name: 'Nom', titles: 'Fonctions' },
})

export const sharedTypes = (types: FolderType[]): SharedForm => ({
  key: 'folder-types',
  what: 'ces choix',
  stored: Object.fromEntries(types.map(({ key, circuitKey }) => [key, circuitKey])),
  labels: {},
})
