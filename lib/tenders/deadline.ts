import { DateTime, FixedOffsetZone, IANAZone } from 'luxon'
import { InvalidValue } from '#lib/values/value'

const LOCAL = /^(?:19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/
const INSTANT =
  /^(?:19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/
const HOUR_MS = 3_600_000
/** Beyond the largest offset of the world, on both sides. */
const HOURS_AROUND = 26

/** An hour that a clock of the zone never shows, or shows twice: nobody could say when it is. */
export class NoSuchHour extends Error {
  constructor(
    readonly code: 'hour-missing' | 'hour-twice',
    message: string
  ) {
    super(message)
  }
}

/** The zone of that name. @throws InvalidValue */
export function zoneOf(name: string): IANAZone {
  if (IANAZone.isValidZone(name)) return IANAZone.create(name)
  throw new InvalidValue(`« ${name} » n’est pas un fuseau : écrivez par exemple Europe/Paris.`)
}

/**
 * The instant of a local time in a zone, as a buyer writes a deadline. « 17:00 » is 17:00:00.000.
 * @throws InvalidValue when it is no local time, NoSuchHour when it does not exist or exists twice
 */
export function instantOfLocal(local: string, zone: IANAZone): DateTime {
  const read = LOCAL.test(local)
    ? DateTime.fromISO(local, { zone: FixedOffsetZone.utcInstance })
    : null
  if (!read?.isValid)
    throw new InvalidValue(`« ${local} » n’est pas une heure : écrivez 2026-11-27T17:00:00.`)
  const wanted = read.toMillis()
  const offsets = new Set<number>()
  for (let hour = -HOURS_AROUND; hour <= HOURS_AROUND; hour++)
    offsets.add(zone.offset(wanted + hour * HOUR_MS))
  const instants = [...offsets]
    .map((minutes) => ({ at: wanted - minutes * 60_000, minutes }))
    .filter(({ at, minutes }) => zone.offset(at) === minutes)
  if (instants.length === 1) return DateTime.fromMillis(instants[0].at, { zone })
  throw instants.length === 0
    ? new NoSuchHour(
        'hour-missing',
        `Le ${said(read)} n’existe pas à ${zone.name} : les horloges y avancent ce jour-là.`
      )
    : new NoSuchHour(
        'hour-twice',
        `Le ${said(read)} existe deux fois à ${zone.name} : les horloges y reculent ce jour-là.`
      )
}

const said = (time: DateTime) =>
  time.setLocale('fr').toFormat("d MMMM yyyy 'à' HH:mm").replace(/^1 /, '1er ')

/**
 * An instant that says its offset. What goes past a millisecond counts as the next one: a thousandth
 * of a millisecond after the hour is after the hour. @throws InvalidValue
 */
export function readInstant(text: string): DateTime {
  const read = INSTANT.test(text) ? DateTime.fromISO(text, { zone: 'utc' }) : null
  if (read?.isValid) return /\.\d{3}\d*[1-9]/.test(text) ? read.plus({ milliseconds: 1 }) : read
  throw new InvalidValue(`« ${text} » n’est pas un instant : écrivez 2026-11-27T16:00:00.000Z.`)
}

/**
 * Whether what was wholly received at that instant is late: from the first millisecond after the
 * deadline, for the hour that counts is that of the end (TA Dijon, 28/12/2018, n° 1803328).
 */
export function lateness(deadline: DateTime, received: DateTime): { late: boolean; byMs: number } {
  const byMs = Math.max(0, received.toMillis() - deadline.toMillis())
  return { late: byMs > 0, byMs }
}
