import { LocalDate } from '#lib/values'
import { MONTHS } from './months.js'

/** The days a figure speaks of, both included: a bare year would hide that it stops in October. */
export interface Period {
  from: LocalDate
  to: LocalDate
}

/** The whole calendar year, 1 January to 31 December. */
export function calendarYear(year: number): Period {
  return { from: LocalDate.parse(`${year}-01-01`), to: LocalDate.parse(`${year}-12-31`) }
}

/** From two ISO days; throws InvalidValue on a bad day and RangeError when they are reversed. */
export function parsePeriod(from: string, to: string): Period {
  const period = { from: LocalDate.parse(from), to: LocalDate.parse(to) }
  if (period.from.isAfter(period.to)) throw new RangeError(`A period cannot end before it starts`)
  return period
}

/** The calendar year in which the period ends. */
export function yearOf(period: Period): number {
  return Number(String(period.to).slice(0, 4))
}

/** True from 1 January to 31 December of one year. */
export function isWholeYear(period: Period): boolean {
  const year = calendarYear(yearOf(period))
  return period.from.compareTo(year.from) === 0 && period.to.compareTo(year.to) === 0
}

/** True when the period starts on 1 January and stops before the end of the same year. */
export function isYearToDate(period: Period): boolean {
  return String(period.from) === `${yearOf(period)}-01-01` && !isWholeYear(period)
}

/** Whole calendar months covered, or null when the period cuts a month in two. */
export function wholeMonths(period: Period): number | null {
  const startsAMonth = String(period.from).endsWith('-01')
  const endsAMonth = String(period.to.plusDays(1)).endsWith('-01')
  return startsAMonth && endsAMonth ? monthIndex(period.to) - monthIndex(period.from) + 1 : null
}

/** « 2019 », « janvier à octobre 2017 », or both days in full. */
export function periodLabel(period: Period | null): string {
  if (period === null) return 'date non précisée'
  if (isWholeYear(period)) return String(yearOf(period))
  if (wholeMonths(period) === null) return `du ${period.from.toFrench()} au ${period.to.toFrench()}`
  if (monthIndex(period.from) === monthIndex(period.to)) return monthAndYear(period.to)
  const sameYear = String(period.from).slice(0, 4) === String(period.to).slice(0, 4)
  const start = sameYear ? MONTHS[monthIndex(period.from) % 12] : monthAndYear(period.from)
  return `${start} à ${monthAndYear(period.to)}`
}

function monthAndYear(day: LocalDate): string {
  return `${MONTHS[monthIndex(day) % 12]} ${String(day).slice(0, 4)}`
}

function monthIndex(day: LocalDate): number {
  const [year, month] = String(day).split('-').map(Number)
  return year * 12 + month - 1
}
