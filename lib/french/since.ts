import { span } from './near.js'
import { number } from './numbers.js'
import type { Moment } from './paris.js'

/** « aujourd’hui », « depuis hier », « depuis 12 jours », « depuis 4 mois »: in days of Paris. */
export function since(at: Moment, now: Moment): string {
  const { count, unit } = span(at, now)
  if (unit === 'month') return `depuis ${number(count)} mois`
  if (count === 0) return 'aujourd’hui'
  return count === 1 ? 'depuis hier' : `depuis ${number(count)} jours`
}
