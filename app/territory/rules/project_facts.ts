import type { ProjectStep } from './project_steps.js'

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
