import { DateTime } from 'luxon'
import { LocalDate } from '#lib/values'

/** The legal day of a `date` column. */
export function toDay(stored: DateTime | null): LocalDate | null {
  return stored && LocalDate.parse(stored.toISODate()!)
}

/** What a `date` column keeps of a legal day. */
export function fromDay(day: LocalDate | null): DateTime | null {
  return day && DateTime.fromISO(day.toString(), { zone: 'utc' })
}
