import { inParis, type Moment, type ParisTime } from './paris.js'

export type { Moment } from './paris.js'

/** The narrow no-break space: before ; : ? units, between thousands, inside "14 h 05". */
const THIN = '\u202f'

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

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A legal day says itself: a list of fifty needs no calendar of Europe/Paris for each of its lines. */
function legalDay(text: string): string | null {
  const [, year, month, dayOf] = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text) ?? []
  // 29 February and what no month has are left to the calendar.
  if (!year || Number(dayOf) > DAYS[Number(month) - 1]) return null
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

/**
 * How one says it when it is near: "il y a 3 minutes", "hier à 14 h 05", "dans 2 jours"; and the
 * plain date when it is not. `now` is given by the caller, who owns the clock.
 */
export function relative(moment: Moment, now: Moment): string {
  const [date, reference] = [inParis(moment), inParis(now)]
  const minutes = Math.round((date.at - reference.at) / 60_000)
  const past = minutes <= 0
  const say = (words: string) => (past ? `il y a ${words}` : `dans ${words}`)
  if (Math.abs(minutes) < 1) return 'à l’instant'
  if (Math.abs(minutes) < 60) return say(plural(Math.abs(minutes), 'minute'))
  const days = date.dayNumber - reference.dayNumber
  if (days === 0 && Math.abs(minutes) < 360) {
    return say(plural(Math.floor(Math.abs(minutes) / 60), 'heure'))
  }
  if (days === 0) return `aujourd’hui à ${hourIn(date)}`
  if (days === -1) return `hier à ${hourIn(date)}`
  if (days === 1) return `demain à ${hourIn(date)}`
  if (Math.abs(days) <= 7) return say(plural(Math.abs(days), 'jour'))
  return dayIn(date)
}

/** A legal day seen from today: "aujourd’hui", "demain", "dans 5 jours", else the date. */
export function relativeDay(moment: Moment, today: Moment): string {
  const days = inParis(moment).dayNumber - inParis(today).dayNumber
  if (days === 0) return 'aujourd’hui'
  if (days === 1) return 'demain'
  if (days === -1) return 'hier'
  if (Math.abs(days) > 7) return day(moment)
  return days > 0 ? `dans ${plural(days, 'jour')}` : `il y a ${plural(-days, 'jour')}`
}

/** "1 fichier", "0 fichier", "3 fichiers": plural from two, as French counts. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${Math.abs(count) < 2 ? one : many}`
}

/** "1 250" or "0,75": thousands apart, decimal comma, at most `decimals` of them. */
export function number(value: number | bigint | string, decimals = 2): string {
  const [whole, fraction = ''] = readDecimal(value, decimals)
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN)
  return fraction ? `${grouped},${fraction}` : grouped
}

function readDecimal(value: number | bigint | string, decimals: number): string[] {
  if (typeof value === 'number') return trimmed(value.toFixed(decimals))
  if (!/^-?\d+(\.\d+)?$/.test(String(value))) throw new TypeError(`"${value}" is not a number`)
  return String(value).split('.')
}

function trimmed(fixed: string): string[] {
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '').split('.') : [fixed]
}

/** "1 250,00 €" from cents. */
export function euros(cents: bigint | number): string {
  const amount = BigInt(cents)
  const absolute = amount < 0n ? -amount : amount
  const units = number(absolute / 100n)
  const rest = String(absolute % 100n).padStart(2, '0')
  return `${amount < 0n ? '−' : ''}${units},${rest}${THIN}€`
}

/** "38 %" from 38. */
export function percent(value: number, decimals = 1): string {
  return `${number(value, decimals)}${THIN}%`
}

/** "220 ko", "1,4 Mo": thousands of octets, as French offices say it. */
export function fileSize(octets: number): string {
  const units = ['octets', 'ko', 'Mo', 'Go', 'To']
  let [size, step] = [octets, 0]
  while (size >= 999.5 && step < units.length - 1) [size, step] = [size / 1000, step + 1]
  if (step === 0) return plural(octets, 'octet')
  return `${number(size, size < 10 ? 1 : 0)}${THIN}${units[step]}`
}

/** "200 053 783": a SIREN or SIRET in groups, as it is read aloud. */
export function siren(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})?$/, (_, a, b, c, nic) =>
    [a, b, c, nic].filter(Boolean).join(THIN)
  )
}

/** Initials for a person's disc: "MG" for Maëlle Le Goff. */
export function initials(name: string): string {
  const words = name.split(/[\s'’-]+/).filter((word) => /^\p{Lu}/u.test(word))
  const [first = name, last = ''] = [words.at(0), words.length > 1 ? words.at(-1) : '']
  return `${first.charAt(0)}${last?.charAt(0) ?? ''}`.toUpperCase()
}
