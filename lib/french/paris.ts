import { DateTime, IANAZone } from 'luxon'

/** What a date may come as: a timestamp, or a legal day as "2026-11-22". */
export type Moment = DateTime | Date | string

/** What the clocks of France show. */
export interface ParisTime {
  /** Milliseconds of the instant. */
  at: number
  year: number
  /** 1 to 12. */
  month: number
  day: number
  hour: number
  minute: number
  /** 0 for Sunday. */
  weekday: number
  /** Days since 1 January 1970, so that two of them can be taken away. */
  dayNumber: number
}

const ZONE = IANAZone.create('Europe/Paris')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const QUARTER_MS = 900_000
const KEPT = 5_000
const offsets = new Map<number, number>()

/** Minutes ahead of UTC. The calendar is slow to ask, and a list asks it for each of its lines. */
function offsetAt(at: number): number {
  // No zone of the world changes its offset but on a quarter of an hour.
  const quarter = Math.floor(at / QUARTER_MS)
  let offset = offsets.get(quarter)
  if (offset === undefined) {
    if (offsets.size >= KEPT) offsets.clear()
    offset = ZONE.offset(quarter * QUARTER_MS)
    offsets.set(quarter, offset)
  }
  return offset
}

function instantOf(moment: Moment): number {
  if (moment instanceof Date) return moment.getTime()
  const read = typeof moment === 'string' ? DateTime.fromISO(moment, { zone: ZONE }) : moment
  return read.toMillis()
}

/** Throws a TypeError when it is not a date. */
export function inParis(moment: Moment): ParisTime {
  const at = instantOf(moment)
  if (!Number.isFinite(at)) throw new TypeError(`"${String(moment)}" is not a date`)
  const local = at + offsetAt(at) * 60_000
  const shown = new Date(local)
  return {
    at,
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    weekday: shown.getUTCDay(),
    dayNumber: Math.floor(local / DAY_MS),
  }
}

/** Milliseconds of the midnight with which its month began there. */
export function monthBeganInParis(moment: Moment): number {
  const { year, month } = inParis(moment)
  const midnight = Date.UTC(year, month - 1, 1)
  // The hour changes at one o'clock UTC: an hour before, what is ahead is that of midnight there
  return midnight - offsetAt(midnight - HOUR_MS) * 60_000
}
