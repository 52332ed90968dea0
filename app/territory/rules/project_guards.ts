import { type ProjectEvent, stepAfter } from './project_steps.js'
import { CHECKLISTS } from './step_checklist.js'
import type { ProjectFacts } from './project_facts.js'
import { type Finding, block, warning } from './finding.js'
import { eluReferent, quotite, duration, communes } from './launch_guards.js'

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
