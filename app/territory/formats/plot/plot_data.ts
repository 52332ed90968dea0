import { comparable } from '../../rules/assessment.js'
import { formatNumber } from '../../rules/french_number.js'
import { type Indicator, VALUE_KIND_LABELS, isDated } from '../../rules/indicator.js'
import { isYearToDate, yearOf } from '../../rules/period.js'
import { IN_FRENCH } from '../../rules/says_dates.js'
import { targetText, type Target, threshold } from '../../rules/target.js'

/** One mark of the plot and one line of its table: both are made from these. */
export interface PlotPoint {
  year: number
  value: number
  /** `estimate`: carried over the year pro rata; `partial`: what was counted, before the year ended. */
  kind: 'baseline' | 'result' | 'estimate' | 'partial'
  period: string
  label: string
  source: string
}

/** Plain data (no value objects), so that an evaluation keeps it frozen as JSON. */
export interface PlotData {
  title: string
  unit: string
  precision: number
  points: PlotPoint[]
  target: { value: number; label: string } | null
}

/** The figures of an indicator up to a year, oldest first, with the target as a line. */
export function plotData(
  indicator: Indicator,
  lastYear: number | null = null,
  says = IN_FRENCH
): PlotData {
  const known = indicator.values
    .filter((it) => it.kind === 'baseline' || it.kind === 'result')
    .filter(isDated)
    .filter((it) => lastYear === null || yearOf(it.period) <= lastYear)
    .sort((a, b) => a.period.to.compareTo(b.period.to))
  const points = known.flatMap((recorded): PlotPoint[] => {
    const { value, estimate } = comparable(indicator, recorded)
    const year = yearOf(recorded.period)
    const source = recorded.source ?? ''
    const period = says.period(recorded.period)
    const figure = (n: number) => formatNumber(n, indicator.precision)
    if (!estimate) {
      const kind = isYearToDate(recorded.period)
        ? 'partial'
        : (recorded.kind as 'baseline' | 'result')
      return [{ year, value, kind, period, label: figure(value), source }]
    }
    const label = `${figure(value)} (estimation)`
    return [
      {
        year,
        value: recorded.value,
        kind: 'partial',
        period,
        label: figure(recorded.value),
        source,
      },
      { year, value, kind: 'estimate', period: `${year}, au prorata`, label, source: 'Calcul' },
    ]
  })
  return {
    title: indicator.title,
    unit: indicator.unit,
    precision: indicator.precision,
    points,
    target: targetLine(indicator, known),
  }
}

/** The rows of the table beside the plot. */
export function plotTable(
  data: PlotData
): { period: string; kind: string; value: string; source: string }[] {
  const kinds = {
    baseline: VALUE_KIND_LABELS.baseline,
    result: VALUE_KIND_LABELS.result,
    estimate: 'Estimation sur l’année',
    partial: 'Relevé partiel',
  }
  return data.points.map(({ period, kind, label, source }) => {
    return { period, kind: kinds[kind], value: label, source }
  })
}

function targetLine(indicator: Indicator, known: Indicator['values']): PlotData['target'] {
  if (!indicator.target) return null
  const start = known.find((it) => it.kind === 'baseline')
  const value = threshold(indicator.target, start ? comparable(indicator, start).value : null)
  if (value === null) return null
  return { value, label: targetLabel(indicator.target, value, indicator) }
}

/** « plus de 50 000 », « au moins 24 (+20 %) », « plus de 7 000 en 2019 ». */
export function targetLabel(target: Target, value: number, indicator: Indicator): string {
  const words = {
    gt: 'plus de',
    gte: 'au moins',
    lt: 'moins de',
    lte: 'au plus',
    increase_percent: 'au moins',
    decrease_percent: 'au plus',
    increase_points: 'au moins',
    decrease_points: 'au plus',
  }[target.operator]
  const isChange = /^(?:in|de)crease/.test(target.operator)
  const change = isChange ? ` (${targetText(target)})` : ''
  const year = indicator.targetYear ? ` en ${indicator.targetYear}` : ''
  return `${words} ${formatNumber(value, indicator.precision)}${change}${year}`
}
