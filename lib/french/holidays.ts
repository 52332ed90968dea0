import { LocalDate } from '#lib/values'
import { easter } from './easter.js'
import { EVERYWHERE, OWN_DAYS, type Feast, type Territory } from './territories.js'

export type { Territory } from './territories.js'

/** A public holiday of a year. */
export interface Holiday {
  day: LocalDate
  /** « Lundi de Pâques ». */
  label: string
}

/** The public holidays of a year in a territory, in their order; metropolitan France unless told. */
export function publicHolidays(year: number, territory: Territory = 'metropole'): Holiday[] {
  const sunday = easter(year)
  const feasts: Feast[] = [...EVERYWHERE, ...OWN_DAYS[territory]]
  return feasts
    .filter(({ since = year, until = year }) => since <= year && year <= until)
    .map(({ label, on }) => ({ label, day: dayOf(on, year, sunday) }))
    .sort((one, other) => one.day.compareTo(other.day))
}

const dayOf = (on: string | number, year: number, sunday: LocalDate) =>
  typeof on === 'number'
    ? sunday.plusDays(on)
    : LocalDate.parse(`${String(year).padStart(4, '0')}-${on}`)

/** The holiday of that day, or null. Two may fall together: Ascension and 1 May in 2008. */
export function holidayOf(day: LocalDate, territory?: Territory): Holiday | null {
  return publicHolidays(day.year, territory).find((one) => one.day.equals(day)) ?? null
}

/** A day that is neither Saturday, Sunday nor a public holiday (CPC 642). */
export function isWorkingDay(day: LocalDate, territory?: Territory): boolean {
  return day.weekday < 6 && holidayOf(day, territory) === null
}

/** That day when it is a working one, else the first one after it. */
export function workingDayFrom(day: LocalDate, territory?: Territory): LocalDate {
  return isWorkingDay(day, territory) ? day : workingDayFrom(day.plusDays(1), territory)
}
