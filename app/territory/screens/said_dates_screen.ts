import { LocalDate } from '#lib/values'
import { day, said } from '#web/dates'
import { isWholeYear, type Period, periodLabel, wholeMonths } from '../rules/period.js'
import type { SaysDates } from '../rules/says_dates.js'

/** The dates of a sheet in the language of who reads it. */
export const SAID_DATES: SaysDates = {
  day,
  period: (period) => (period && !isWholeYear(period) ? fromTo(period) : periodLabel(period)),
  // A quarter and a year are said alike in all languages
  echeance({ label, precision, due }) {
    const at = LocalDate.parse(String(due))
    if (precision === 'day') return said(label, (words) => words.day(at.toString()))
    return precision === 'month' ? said(label, (words) => words.month(at.toString())) : label
  },
}

function fromTo(period: Period): string {
  const [from, to] = [period.from.toString(), period.to.toString()]
  return said(periodLabel(period), (words) => {
    const months = wholeMonths(period)
    if (months === null) return words.days(from, to)
    return months === 1 ? words.month(to) : words.months(from, to)
  })
}
