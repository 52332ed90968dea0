import { type ProjectEvent, type ProjectStep, stepAfter } from './project_steps.js'
import { CHECKLISTS } from './step_checklist.js'

/** What the guards look at; figures are null while nobody gave them. */
export interface ProjectFacts {
  step: ProjectStep
  eluReferent: string | null
  quotitePercent: number | null
  durationMonths: number | null
  communes: number
  checked: ReadonlySet<string>
  axes: { title: string; fiches: number }[]
  incompleteFiches: { title: string; missing: string[] }[]
  thinFiches: { title: string; advised: string[] }[]
  /** The last year that is over. */
  year: number
  firstYear: number
  /** Years whose evaluation is frozen, or whose absence is justified. */
  settledYears: ReadonlySet<number>
  finalEvaluation: boolean
}

/** One thing in the way (`block`) or to know (`warning`), in a sentence that says how to mend it. */
export interface Finding {
  level: 'block' | 'warning'
  code: string
  text: string
}

const block = (code: string, text: string): Finding => ({ level: 'block', code, text })
const warning = (code: string, text: string): Finding => ({ level: 'warning', code, text })

/**
 * All that stands before an event, blocks first. Reopening asks for a reason, elsewhere, and for
 * nothing else. An event that the table does not know is itself a block: guards fail closed.
 */
export function findingsBefore(event: ProjectEvent, facts: ProjectFacts): Finding[] {
  if (stepAfter(facts.step, event) === null) {
    return [block('transition', 'Cette étape ne peut pas suivre l’étape actuelle.')]
  }
  if (event === 'reopen') return []
  const found = [...GUARDS[event](facts), ...uncheckedItems(facts)]
  return found.sort((a, b) => a.level.localeCompare(b.level))
}

/** True when nothing blocks; warnings do not. */
export function mayHappen(event: ProjectEvent, facts: ProjectFacts): boolean {
  return findingsBefore(event, facts).every((finding) => finding.level === 'warning')
}

const GUARDS: Record<Exclude<ProjectEvent, 'reopen'>, (facts: ProjectFacts) => Finding[]> = {
  launch: (facts) => [
    ...eluReferent(facts),
    ...quotite(facts),
    ...duration(facts),
    ...communes(facts),
  ],
  diagnose: () => [],
  formalise: () => [],
  implement: emptyAxes,
  evaluate: unreadyFiches,
  renew: currentYearEvaluated,
  close: everyYearEvaluated,
}

function uncheckedItems(facts: ProjectFacts): Finding[] {
  return CHECKLISTS[facts.step]
    .filter((item) => !facts.checked.has(item.code))
    .map((item) => ({
      level: item.level,
      code: item.code,
      text: `À faire\u202f: ${lower(item.label)}.`,
    }))
}

function eluReferent({ eluReferent: name }: ProjectFacts): Finding[] {
  return name ? [] : [block('elu_referent', 'Désignez l’élu ou l’élue référente au numérique.')]
}

function quotite({ quotitePercent }: ProjectFacts): Finding[] {
  if (quotitePercent !== null && quotitePercent >= 20) return []
  return [
    block('quotite', 'Réservez au moins 20\u202f% du temps d’une cheffe ou d’un chef de projet.'),
  ]
}

// One of the two pilot communities took 13 months and succeeded: outside 6-9 is told, not refused.
function duration({ durationMonths }: ProjectFacts): Finding[] {
  if (durationMonths === null) return [block('duree', 'Indiquez la durée prévue, en mois.')]
  if (durationMonths >= 6 && durationMonths <= 9) return []
  return [
    warning(
      'duree',
      `La durée prévue est de ${durationMonths} mois\u202f; la méthode conseille 6 à 9 mois.`
    ),
  ]
}

function communes({ communes: count }: ProjectFacts): Finding[] {
  return count > 0 ? [] : [block('communes', 'Associez au moins une commune du territoire.')]
}

function emptyAxes({ axes }: ProjectFacts): Finding[] {
  if (axes.length === 0) return [block('axes', 'Créez au moins un axe stratégique.')]
  return axes
    .filter((axe) => axe.fiches === 0)
    .map((axe) => block('axe_vide', `L’axe «\u00a0${axe.title}\u00a0» n’a pas encore d’action.`))
}

function unreadyFiches({ incompleteFiches, thinFiches }: ProjectFacts): Finding[] {
  return [
    ...incompleteFiches.map(({ title, missing }) =>
      block(
        'fiche',
        `La fiche «\u00a0${title}\u00a0» est incomplète\u202f: ${missing.map(lower).join(', ')}.`
      )
    ),
    ...thinFiches.map(({ title, advised }) =>
      warning(
        'fiche',
        `La fiche «\u00a0${title}\u00a0» gagnerait à préciser\u202f: ${advised.map(lower).join(', ')}.`
      )
    ),
  ]
}

function currentYearEvaluated({ year, firstYear, settledYears }: ProjectFacts): Finding[] {
  return year < firstYear || settledYears.has(year)
    ? []
    : [block('evaluation', `Arrêtez l’évaluation de l’année ${year}.`)]
}

function everyYearEvaluated(facts: ProjectFacts): Finding[] {
  const years = Array.from(
    { length: Math.max(0, facts.year - facts.firstYear + 1) },
    (_, n) => facts.firstYear + n
  )
  const unsettled = years.filter((year) => !facts.settledYears.has(year))
  const found = unsettled.map((year) =>
    block('evaluation', `L’année ${year} n’est ni évaluée ni justifiée.`)
  )
  if (facts.finalEvaluation) return found
  return [...found, block('evaluation_finale', 'Arrêtez l’évaluation finale du mandat.')]
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
