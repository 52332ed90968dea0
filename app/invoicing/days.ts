import { DateTime } from 'luxon'
import type { LocalDate } from '#lib/values'

/** What a `date` column keeps of a legal day. */
export const fromDay = (day: LocalDate | null): DateTime | null =>
  day && DateTime.fromISO(day.toString(), { zone: 'utc' })
