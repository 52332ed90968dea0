import { number } from './numbers.js'
import { inParis, type Moment } from './paris.js'

/** « aujourd’hui », « depuis hier », « depuis 12 jours », « depuis 4 mois »: in days of Paris. */
export function since(at: Moment, now: Moment): string {
  const days = inParis(now).dayNumber - inParis(at).dayNumber
  if (days <= 0) return 'aujourd’hui'
  if (days === 1) return 'depuis hier'
  if (days < 90) return `depuis ${number(days)} jours`
  return `depuis ${number(Math.floor(days / 30.44))} mois`
}
