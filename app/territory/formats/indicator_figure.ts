import type { Meaning } from '#lib/meaning'
import { assess } from '../rules/assessment.js'
import { type Gauge, gaugeOf } from '../rules/gauge.js'
import type { Indicator } from '../rules/indicator.js'
import { IN_FRENCH } from '../rules/says_dates.js'
import {
  type IndicatorReport,
  VERDICTS,
  type Verdict,
  reportIndicator,
} from '../rules/indicator_report.js'
import { renderGauge } from './plot/gauge.js'
import { plotData, plotTable } from './plot/plot_data.js'
import { renderPlot } from './plot/svg.js'

/** How a verdict looks among the four meanings of the house. */
export const VERDICT_MEANINGS: Record<Verdict, Meaning> = {
  reached: 'done',
  progress: 'doing',
  still: 'trouble',
  followed: 'plain',
  unknown: 'waiting',
}

/** An indicator ready for a page: its state, its sentences, its plot and the table beside it. */
export interface IndicatorFigure {
  id: string
  title: string
  unit: string
  wording: string | null
  state: { label: string; meaning: Meaning }
  report: IndicatorReport
  target: string | null
  /** Null without a target or without a figure: `report.progress` then says why. */
  gauge: (Gauge & { svg: string }) | null
  svg: string
  rows: ReturnType<typeof plotTable>
}

/** Builds the figure of an indicator; its identifier is unique in the page. */
export function indicatorFigure(indicator: Indicator, says = IN_FRENCH): IndicatorFigure {
  const data = plotData(indicator, null, says)
  const report = reportIndicator(indicator, null, says)
  const gauge = gaugeOf(assess(indicator), indicator.target, indicator.precision)
  return {
    id: indicator.id,
    title: indicator.title,
    unit: indicator.unit,
    wording: indicator.wording,
    state: { label: VERDICTS[report.verdict], meaning: VERDICT_MEANINGS[report.verdict] },
    report,
    target: data.target?.label ?? null,
    gauge: gauge && { ...gauge, svg: renderGauge(gauge) },
    svg: renderPlot(data, `plot-${indicator.id}`),
    rows: plotTable(data),
  }
}
