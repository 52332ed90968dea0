/** One question of the form of an acte, and the fields that answer to it. */
export interface FormStep {
  /** As the address says it: `?etape=decision`. */
  name: string
  /** In the list of the steps. */
  label: string
  question: string
  help: string
  fields: readonly string[]
}

/** The form of an acte, one question after another; each is saved before the next is asked. */
export const FORM_STEPS: readonly FormStep[] = [
  {
    name: 'nature',
    label: 'Nature',
    question: 'De quel acte s’agit-il ?',
    help: 'La préfecture range les actes par nature et par matière.',
    fields: ['nature', 'matiere'],
  },
  {
    name: 'decision',
    label: 'Décision',
    question: 'Qu’a-t-on décidé, et quand ?',
    help: 'Ces mots et cette date sont ceux que liront la préfecture et les habitants.',
    fields: ['numero', 'objet', 'decisionDate'],
  },
  {
    name: 'documents',
    label: 'Documents',
    question: 'Quels documents l’accompagnent ?',
    help: 'Le document de l’acte est signé ; ses annexes partent avec lui.',
    fields: ['document', 'typePJ', 'annexes', 'newAnnexes', 'withoutRefused'],
  },
  {
    name: 'suites',
    label: 'Suites',
    question: 'Que deviendra-t-il ?',
    help: 'La plupart des actes n’ont rien à dire ici : continuez.',
    fields: ['previousIdentifier', 'paperToo', 'withheld'],
  },
]

/** What the last step is called: nothing is asked there, all is read again before it leaves. */
export const REVIEW = 'verification'

/** The step of that name; undefined for the form on one page, and for no name of ours. */
export const stepNamed = (name: unknown): FormStep | undefined =>
  FORM_STEPS.find((step) => step.name === name)

/** The step where a fault is mended: `annexes.0.typePJ` is among the documents. */
export const stepOf = (field: string): FormStep =>
  FORM_STEPS.find(({ fields }) => fields.includes(field.split('.')[0])) ?? FORM_STEPS[0]

/** What is asked after a step, or before it: the review comes last, nothing before the first. */
export function nextTo(step: FormStep, way: 1 | -1): string {
  const at = FORM_STEPS.indexOf(step) + way
  return FORM_STEPS[Math.max(at, 0)]?.name ?? REVIEW
}

/** Where a page is on the road of the form, for the part `steps`: faults show where they are. */
export function roadOf(here: string, faulty: ReadonlySet<string>) {
  const road = [...FORM_STEPS.map(({ name, label }) => ({ name, label })), REVIEWED]
  const at = road.findIndex(({ name }) => name === here)
  return road.map(({ name, label }, index) => ({
    label,
    current: index === at,
    meaning: index >= at ? undefined : faulty.has(name) ? ('trouble' as const) : ('done' as const),
  }))
}

const REVIEWED = { name: REVIEW, label: 'Vérification' }
