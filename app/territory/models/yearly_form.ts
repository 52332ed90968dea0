import { clock } from '#kernel/clock'
import { indicatorFigure } from '../formats/indicator_figure.js'
import { formatNumber } from '../rules/french_number.js'
import { MONTHS } from '../rules/months.js'
import type Fiche from './fiche.js'

/** The one table in which a year's values are entered, each line with what was known before. */
export function yearlyForm(fiche: Fiche, year: number) {
  const last = clock.today().year
  return {
    fiche,
    year,
    years: [year - 2, year - 1, year, year + 1].filter((it) => it <= last),
    lines: fiche.indicators.map((indicator) => {
      const known = indicator.resultOf(year)
      const previous = indicator.resultOf(year - 1)
      return {
        id: indicator.id,
        title: indicator.title,
        unit: indicator.unit,
        accumulates: indicator.nature === 'flow',
        value: known ? formatNumber(Number(known.value)) : '',
        until: known?.periodTo.month ?? 12,
        source: known?.source ?? '',
        comment: known?.comment ?? '',
        previous: previous ? formatNumber(Number(previous.value)) : '–',
      }
    }),
    months: MONTHS.map((name, index) => ({
      value: index + 1,
      label: `fin ${name}`,
    })).reverse(),
    figures: fiche.indicators.map((indicator) => indicatorFigure(indicator.toMeasure())),
  }
}
