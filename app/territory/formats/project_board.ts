import { assess } from '../rules/assessment.js'
import type { FicheStatut } from '../rules/fiche_statut.js'
import { gaugeOf } from '../rules/gauge.js'
import { type Indicator, resultsOf } from '../rules/indicator.js'
import { reportIndicator } from '../rules/indicator_report.js'
import { yearOf } from '../rules/period.js'
import { IN_FRENCH, type SaysDates } from '../rules/says_dates.js'
import { renderGauge } from './plot/gauge.js'
import { renderShares } from './plot/shares.js'
import { legend, publicState } from './sheet_page.js'

/** What the home of a project looks at in one action. */
export interface BoardSheet {
  id: string
  number: string
  title: string
  statut: FicheStatut
  late: boolean
  indicators: Indicator[]
}

/** Where a project stands, in three plots: its actions, its indicators against their targets, what is missing for a year. */
export function projectBoard(sheets: BoardSheet[], year: number, says = IN_FRENCH) {
  const states = sheets.map(({ statut }) => publicState(statut))
  const abandoned = { label: 'abandonnée', meaning: 'plain' }
  const shares = [...legend, abandoned]
    .map((one) => ({ ...one, count: states.filter(({ label }) => label === one.label).length }))
    .filter(({ label, count }) => count > 0 || label !== abandoned.label)
  const gaps = sheets.map((sheet) => gapsOf(sheet, year))
  return {
    year,
    actions: sheets.length,
    shares,
    sharesPlot: renderShares(shares),
    gauges: gaugesOf(sheets, says),
    expected: gaps.reduce((sum, { expected }) => sum + expected, 0),
    received: gaps.reduce((sum, { received }) => sum + received, 0),
    gaps: gaps.filter(({ missing, late }) => missing.length > 0 || late),
  }
}

function gapsOf({ id, number, title, late, indicators }: BoardSheet, year: number) {
  const silent = indicators.filter(
    (it) => !resultsOf(it).some(({ period }) => yearOf(period) === year)
  )
  const expected = indicators.length
  const received = expected - silent.length
  return { id, number, title, late, expected, received, missing: silent.map((it) => it.title) }
}

/** Every indicator that has a target, the furthest from it first: that is where one is needed. */
function gaugesOf(sheets: BoardSheet[], says: SaysDates) {
  const figures = sheets.flatMap(({ id, number, indicators }) =>
    indicators.flatMap((indicator) => {
      const gauge = gaugeOf(assess(indicator), indicator.target, indicator.precision)
      if (!gauge) return []
      const report = reportIndicator(indicator, null, says)
      const drawn = { ...gauge, svg: renderGauge(gauge) }
      return [
        { id: indicator.id, ficheId: id, number, title: indicator.title, report, gauge: drawn },
      ]
    })
  )
  return figures.sort((one, other) => one.gauge.share - other.gauge.share)
}
