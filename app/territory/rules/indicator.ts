import type { Period } from './period.js'
import type { Target } from './target.js'

/** A flow accumulates over a period (visits a year); a stock is counted on a day (sites equipped). */
export const NATURES = ['stock', 'flow'] as const
export type Nature = (typeof NATURES)[number]

export const VALUE_KINDS = ['baseline', 'result', 'target', 'threshold', 'average'] as const
export type ValueKind = (typeof VALUE_KINDS)[number]

export const VALUE_KIND_LABELS: Record<ValueKind, string> = {
  baseline: 'Valeur de départ',
  result: 'Résultat',
  target: 'Cible',
  threshold: 'Seuil',
  average: 'Moyenne de comparaison',
}

/** One dated figure with where it comes from; two sources may speak of the same period. */
export interface IndicatorValue {
  kind: ValueKind
  value: number
  /** Null for a start whose dates nobody gave. */
  period: Period | null
  source: string | null
  comment: string | null
}

export interface Indicator {
  id: string
  title: string
  unit: string
  nature: Nature
  precision: number
  /** What the sheet says, word for word, so that a reader can check our reading of it. */
  wording: string | null
  target: Target | null
  /** The year of the promise; null when the sheet gives none. */
  targetYear: number | null
  values: IndicatorValue[]
}

/** The start of the indicator, or null: without it no progress is told. */
export function baselineOf(indicator: Indicator): IndicatorValue | null {
  return indicator.values.find((value) => value.kind === 'baseline') ?? null
}

/** A figure whose dates are known. */
export type DatedValue = IndicatorValue & { period: Period }

export const isDated = (value: IndicatorValue): value is DatedValue => value.period !== null

/** Measured results, oldest first. */
export function resultsOf(indicator: Indicator): DatedValue[] {
  return indicator.values
    .filter((value) => value.kind === 'result')
    .filter(isDated)
    .sort((a, b) => a.period.to.compareTo(b.period.to))
}
