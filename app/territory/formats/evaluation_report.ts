import type { Sheet } from '../rules/sheet.js'
import { sectionItems } from '../rules/fiche_sections.js'
import { FICHE_STATUTS, PUBLIC_STATUTS, publicStatut } from '../rules/fiche_statut.js'
import type { Indicator } from '../rules/indicator.js'
import { type IndicatorReport, reportIndicator } from '../rules/indicator_report.js'
import { type PlotData, plotData } from './plot/plot_data.js'
import { summarize } from './evaluation_summary.js'
import { factsOf } from './sheet_facts.js'
import { type SinceLast, sinceLast } from './since_last.js'

/**
 * The annual evaluation as plain data: what is frozen in the base, shown on the page and set in
 * the PDF. Nothing in it is computed again later, so a frozen evaluation never changes.
 */
export interface EvaluationReport {
  version: 1
  year: number
  scope: 'annual' | 'final'
  territory: string
  project: string
  presentation: string[]
  step: string
  preparedBy: string
  /** ISO days. */
  preparedOn: string
  frozenOn: string | null
  summary: string[]
  axes: { number: number; title: string; fiches: FicheReport[] }[]
  recommendations: { text: string; to: string; due: string; state: string }[]
  /** Absent from what was frozen before this was told; null for the first evaluation. */
  since?: SinceLast | null
}

export interface FicheReport {
  id: string
  number: string
  title: string
  statut: string
  publicStatut: string
  pilots: string
  facts: [string, string][]
  description: string[]
  results: string[]
  benefits: string[]
  advice: string[]
  strengths: string[]
  weaknesses: string[]
  indicators: (IndicatorReport & { title: string; wording: string | null; plot: PlotData })[]
}

export type EvaluationSource = Omit<EvaluationReport, 'version' | 'summary' | 'axes'> & {
  axes: { number: number; title: string; fiches: Sheet[] }[]
}

/** Puts the project together at the end of a year, with only the figures known by then; `previous` is the last frozen report before it. */
export function buildEvaluation(
  source: EvaluationSource,
  previous: EvaluationReport | null = null
): EvaluationReport {
  const axes = source.axes.map((axe) => ({
    ...axe,
    fiches: axe.fiches.map((fiche) => reportFiche(fiche, source.year)),
  }))
  const since = previous && sinceLast(previous, axes)
  return { ...source, version: 1, axes, summary: summarize(source.year, axes), since }
}

function reportFiche(fiche: Sheet, year: number): FicheReport {
  const items = (code: Parameters<typeof sectionItems>[0]) =>
    sectionItems(code, fiche.sections[code] ?? '')
  const description = ['synthese', 'description', 'actions'] as const
  return {
    id: fiche.id,
    number: fiche.number,
    title: fiche.title,
    statut: FICHE_STATUTS[fiche.statut].label,
    publicStatut: PUBLIC_STATUTS[publicStatut(fiche.statut)],
    pilots: fiche.pilots.join(', ') || 'À désigner',
    facts: factsOf(fiche),
    description: items(description.find((code) => items(code).length > 0) ?? 'description'),
    results: items('resultats'),
    benefits: items('benefices'),
    advice: items('recommandations'),
    strengths: items('forces'),
    weaknesses: items('faiblesses'),
    indicators: fiche.indicators.map((indicator) => reportOf(indicator, year)),
  }
}

function reportOf(indicator: Indicator, year: number): FicheReport['indicators'][number] {
  const { title, wording } = indicator
  return { title, wording, ...reportIndicator(indicator, year), plot: plotData(indicator, year) }
}

/** « Évaluation annuelle 2025 », « Évaluation finale 2026 ». */
export function evaluationTitle({ scope, year }: Pick<EvaluationReport, 'scope' | 'year'>): string {
  return `Évaluation ${scope === 'final' ? 'finale' : 'annuelle'} ${year}`
}
