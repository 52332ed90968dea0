import { inParis, type Moment, type ParisTime } from './paris.js'

/** How one says a moment that is near, in whatever language; `count` is negative in the past. */
export type Near =
  | { says: 'now' }
  | { says: 'distance'; count: number; unit: 'minute' | 'hour' | 'day' }
  /** Yesterday (-1), today or tomorrow (1), and the hour. */
  | { says: 'hour'; days: -1 | 0 | 1; date: ParisTime }
  | { says: 'date'; date: ParisTime }

const FAR_DAYS = 7
const NEAR_MINUTES = 360

/** What to say of a moment seen from another. */
export function near(moment: Moment, now: Moment): Near {
  const [date, reference] = [inParis(moment), inParis(now)]
  const minutes = Math.round((date.at - reference.at) / 60_000)
  const [count, days] = [Math.abs(minutes), date.dayNumber - reference.dayNumber]
  if (count < 1) return { says: 'now' }
  if (count < 60) return { says: 'distance', count: minutes, unit: 'minute' }
  if (days === 0 && count < NEAR_MINUTES)
    return { says: 'distance', count: Math.trunc(minutes / 60), unit: 'hour' }
  if (days === 0 || days === -1 || days === 1) return { says: 'hour', days, date }
  if (Math.abs(days) <= FAR_DAYS) return { says: 'distance', count: days, unit: 'day' }
  return { says: 'date', date }
}

/** How long ago, in days then in months; a moment to come is of today. */
export function span(at: Moment, now: Moment): { count: number; unit: 'day' | 'month' } {
  const days = Math.max(0, inParis(now).dayNumber - inParis(at).dayNumber)
  return days < 90
    ? { count: days, unit: 'day' }
    : { count: Math.floor(days / 30.44), unit: 'month' }
}

/** Days from `today` to a legal day, when they are few enough to be counted. */
export function daysNear(moment: Moment, today: Moment): number | null {
  const days = inParis(moment).dayNumber - inParis(today).dayNumber
  return Math.abs(days) > FAR_DAYS ? null : days
}
