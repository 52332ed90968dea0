import type { DateTime } from 'luxon'
import type { LocalDate } from '#lib/values'
import type { DelayRule } from './delay_rules.js'
import { workingDayFrom, type Territory } from './holidays.js'

export { DELAY_RULES, type DelayRule } from './delay_rules.js'

/** How long; months are counted before days when it has both (CPC 641). */
export interface Length {
  years?: number
  months?: number
  weeks?: number
  days?: number
}

/**
 * The last day on which one may still act, until midnight, when the delay starts from what happened
 * on `event`. In months it ends on the same number, or on the last day of a month that lacks it.
 */
export function lastDayOf(
  event: LocalDate,
  length: Length,
  { isFranc, isCarried }: DelayRule,
  territory?: Territory
): LocalDate {
  const { years = 0, months = 0, weeks = 0, days = 0 } = length
  const due = event.plusMonths(12 * years + months).plusDays(7 * weeks + days)
  const last = isFranc ? due.plusDays(1) : due
  return isCarried ? workingDayFrom(last, territory) : last
}

/**
 * The instant at which a delay in hours ends: counted from hour to hour, never franc, and no closed
 * day moves it. A change of the clocks does not either: 48 hours are 48 hours.
 */
export function endOfHours(event: DateTime, hours: number): DateTime {
  return event.plus({ milliseconds: hours * 3_600_000 })
}

/**
 * The last day on which a notice of so many clear days may leave before `meeting`: neither the day
 * it leaves nor that of the meeting counts, closed days do (CGCT L2121-11, three; L2121-12, five).
 */
export function lastNoticeBefore(meeting: LocalDate, clearDays: number): LocalDate {
  return meeting.plusDays(-(clearDays + 1))
}
