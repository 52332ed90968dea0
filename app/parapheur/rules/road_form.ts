import type { StepDefinition, StepKind } from './circuit_definition.js'

/** A circuit of more steps is one that nobody follows to its end. */
export const MOST_STEPS = 10
export const LONGEST_NAME = 80

export interface FormProblem {
  field: string
  message: string
}

/** « visa:secretariat », « seal »: how a form says a step. */
export const stepValue = ({ kind, desk }: StepDefinition): string =>
  kind === 'seal' ? kind : `${kind}:${desk}`

/** The steps that a form asks for, those left empty apart; null for what is none. */
export const stepsOf = (values: string[]): (StepDefinition | null)[] =>
  values.filter(Boolean).map(stepOf)

function stepOf(value: string): StepDefinition | null {
  if (value === 'seal') return { kind: 'seal' }
  const [kind, desk] = value.split(':')
  return (kind === 'visa' || kind === 'signature') && desk ? { kind: kind as StepKind, desk } : null
}

/** All that is wrong with the form of a circuit, each at its field; nothing when one may go through. */
export function circuitProblems(
  { name, steps }: { name: string; steps: string[] },
  { desks, names }: { desks: ReadonlySet<string>; names: ReadonlySet<string> }
): FormProblem[] {
  const problems = nameProblems(name, names, 'circuit')
  const asked = stepsOf(steps)
  for (const [index, value] of steps.entries()) {
    if (!value) continue
    const step = stepOf(value)
    if (!step || (step.desk && !desks.has(step.desk)))
      problems.push({ field: `steps.${index}`, message: 'Choisissez une étape de la liste.' })
  }
  if (asked.length === 0) problems.push({ field: 'steps.0', message: 'Choisissez une étape.' })
  else if (asked.every((step) => step?.kind === 'visa'))
    problems.push({
      field: 'steps.0',
      message: 'Personne ne signe dans ce circuit : ajoutez une signature ou un cachet.',
    })
  return problems
}

/** All that is wrong with the form of a desk. */
export function deskProblems(
  { name, titles }: { name: string; titles: string[] },
  names: ReadonlySet<string>
): FormProblem[] {
  const problems = nameProblems(name, names, 'bureau')
  if (titles.length === 0)
    problems.push({
      field: 'titles',
      message: 'Écrivez au moins une fonction : sans elle, personne ne tient ce bureau.',
    })
  if (titles.some((title) => title.length > LONGEST_NAME))
    problems.push({ field: 'titles', message: `Une fonction tient en ${LONGEST_NAME} caractères.` })
  return problems
}

function nameProblems(name: string, taken: ReadonlySet<string>, what: string): FormProblem[] {
  const says = (message: string) => [{ field: 'name', message }]
  if (!name) return says(`Donnez un nom à ce ${what}.`)
  if (name.length > LONGEST_NAME) return says(`Un nom tient en ${LONGEST_NAME} caractères.`)
  return taken.has(name.toLowerCase()) ? says(`Un autre ${what} porte déjà ce nom.`) : []
}

/** One function a line, as it is typed. */
export const titlesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .filter(Boolean)
  ),
]

/** « Première adjointe » gives `premiere-adjointe`, and `premiere-adjointe-2` where it is taken. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const base =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'sans-nom'
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}
