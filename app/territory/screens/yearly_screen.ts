import { clock } from '#kernel/clock'
import { indicatorFigure } from '../formats/indicator_figure.js'
import { formatNumber } from '../rules/french_number.js'
import { MONTHS } from '../rules/months.js'
import type { OpenedForm } from '../forms/open_form.js'
import { SAID_DATES } from './said_dates_screen.js'
import { yearsAround } from '../rules/years.js'
import type Project from '../models/project.js'
import type Fiche from '../models/fiche.js'
import type { TypedYear } from '../models/yearly_entry.js'

/** The one table in which a year's values are entered, each line with what was known before. */
export function yearlyScreen(
  fiche: Fiche,
  year: number,
  opened: OpenedForm<TypedYear>,
  project: Project
) {
  return {
    fiche,
    year,
    opened,
    years: yearsAround(year, project, clock.today().year),
    lines: fiche.indicators.map((indicator) => {
      const previous = indicator.resultOf(year - 1)
      return {
        id: indicator.id,
        title: indicator.title,
        unit: indicator.unit,
        accumulates: indicator.nature === 'flow',
        typed: opened.typed.values[indicator.id],
        previous: previous ? formatNumber(Number(previous.value)) : '–',
      }
    }),
    months: MONTHS.map((name, index) => ({
      value: String(index + 1),
      label: `fin ${name}`,
    })).reverse(),
    figures: fiche.indicators.map((indicator) =>
      indicatorFigure(indicator.toMeasure(), SAID_DATES)
    ),
  }
}
