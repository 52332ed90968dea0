import type { DateTime } from 'luxon'
import { workingDayFrom } from '#lib/french/holidays'
import { LocalDate } from '#lib/values'

/** Why an hour had better move back, and until when at least. */
export interface Cause {
  until: DateTime
  reason: string
}

/** The hour that is proposed, and the words that say why. */
export interface Proposal {
  hour: DateTime
  reason: string
}

/**
 * The hour that answers all the causes together (R2151-4): at the same time of day, in the zone of
 * the buyer, on the first working day that leaves what each asks. Null when the hour of now does.
 */
export function proposedHour(deadline: DateTime, zone: string, causes: Cause[]): Proposal | null {
  const pressing = causes.filter(({ until }) => until > deadline)
  if (pressing.length === 0) return null
  const until = pressing.map((one) => one.until).reduce((a, b) => (a > b ? a : b))
  const local = deadline.setZone(zone)
  const sameTimeOn = (day: LocalDate) => {
    const [year, month, date] = day.toString().split('-').map(Number)
    return local.set({ year, month, day: date })
  }
  const first = sameTimeOn(LocalDate.at(until, zone))
  const day = LocalDate.at(first < until ? first.plus({ days: 1 }) : first, zone)
  const reasons = [...new Set(pressing.map(({ reason }) => reason))]
  return { hour: sameTimeOn(workingDayFrom(day)), reason: reasons.join(' ').slice(0, 1_000) }
}
