import { roadOfNature } from '../circuit.js'
import { faultsOf, formField } from '../faults.js'
import type Acte from '../models/acte.js'
import { FORM_STEPS, REVIEW, roadOf, stepNamed, stepOf } from '../rules/form_steps.js'
import { factsByStep } from './draft_facts_screen.js'

/** What a page of one step shows beside its fields; null for a name that is no step of ours. */
export async function stepOfForm(acte: Acte, name: unknown) {
  const step = stepNamed(name)
  if (!step) return null
  const faulty = new Set(acte.$isPersisted ? (await faultsByStep(acte)).keys() : [])
  return { ...step, place: FORM_STEPS.indexOf(step) + 1, road: roadOf(step.name, faulty) }
}

/** All that a draft says, step by step, with what is still to be mended in each. */
export async function reviewOfForm(acte: Acte, here: string) {
  const faults = await faultsByStep(acte)
  const facts = await factsByStep(acte, here)
  const parts = FORM_STEPS.map(({ name, label }, index) => ({
    title: `${index + 1}. ${label}`,
    id: `etape-${name}`,
    href: `${here}/modifier?etape=${name}`,
    facts: facts[name],
    faults: (faults.get(name) ?? []).map(({ field, message }) => ({
      message,
      href: `${here}/modifier?etape=${name}#champ-${field.replace(/[^\w]+/g, '-')}`,
    })),
  }))
  return {
    parts,
    missing: parts.flatMap((part) => part.faults),
    road: roadOf(REVIEW, new Set(faults.keys())),
    circuit: await roadOfNature(acte.natureCode ?? null),
  }
}

type Fault = { field: string; message: string }

/** The faults of a draft, under the step where each is mended. */
async function faultsByStep(acte: Acte): Promise<Map<string, Fault[]>> {
  const found = new Map<string, Fault[]>()
  for (const { field, message } of await faultsOf(acte)) {
    const asked = formField(field)
    const { name } = stepOf(asked)
    found.set(name, [...(found.get(name) ?? []), { field: asked, message }])
  }
  return found
}
