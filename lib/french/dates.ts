import { daysNear, near } from './near.js'
import { plural } from './numbers.js'
import { inParis, type Moment, type ParisTime } from './paris.js'
import { THIN } from './spaces.js'

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A legal day says itself: a list of fifty needs no calendar of Europe/Paris for each of its lines. */
function legalDay(text: string): string | null {
  const [, year, month, dayOf] = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text) ?? []
  // 29 February and what no month has are left to the calendar.
  if (!year || Number(dayOf) > LENGTHS[Number(month) - 1]) return null
  return `${dayOf === '01' ? '1er' : Number(dayOf)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** "22 novembre 2026". */
export function day(moment: Moment): string {
  const legal = typeof moment === 'string' ? legalDay(moment) : null
  return legal ?? dayIn(inParis(moment))
}

const dayIn = ({ day: of, month, year }: ParisTime) =>
  `${of === 1 ? '1er' : of} ${MONTHS[month - 1]} ${year}`

/** "lundi 23 novembre 2026". */
export function longDay(moment: Moment): string {
  const date = inParis(moment)
  return `${WEEKDAYS[date.weekday]} ${dayIn(date)}`
}

/** "14 h 05". */
export const hour = (moment: Moment): string => hourIn(inParis(moment))

const hourIn = ({ hour: of, minute }: ParisTime) =>
  `${of}${THIN}h${THIN}${String(minute).padStart(2, '0')}`

/** "lundi 23 novembre 2026 à 14 h 05". */
export function dayAndHour(moment: Moment): string {
  return `${longDay(moment)} à ${hour(moment)}`
}

const UNITS = { minute: 'minute', hour: 'heure', day: 'jour' }
const DAYS_AROUND = new Map([
  [-1, 'hier'],
  [0, 'aujourd’hui'],
  [1, 'demain'],
])

/**
 * How one says it when it is near: "il y a 3 minutes", "hier à 14 h 05", "dans 2 jours"; and the
 * plain date when it is not. `now` is given by the caller, who owns the clock.
 */
export function relative(moment: Moment, now: Moment): string {
  const seen = near(moment, now)
  if (seen.says === 'now') return 'à l’instant'
  if (seen.says === 'distance') return distance(seen.count, UNITS[seen.unit])
  if (seen.says === 'hour') return `${DAYS_AROUND.get(seen.days)} à ${hourIn(seen.date)}`
  return dayIn(seen.date)
}

const distance = (count: number, unit: string): string =>
  count < 0 ? `il y a ${plural(-count, unit)}` : `dans ${plural(count, unit)}`

/** A legal day seen from today: "aujourd’hui", "demain", "dans 5 jours", else the date. */
export function relativeDay(moment: Moment, today: Moment): string {
  const days = daysNear(moment, today)
  if (days === null) return day(moment)
  return DAYS_AROUND.get(days) ?? distance(days, UNITS.day)
}
