/** One look at the platform by its public address; instants and durations in milliseconds. */
export interface Look {
  at: number
  isUp: boolean
  ms: number
}

export interface Interval {
  from: number
  to: number
}

/** What an interval was, as far as it was looked at. */
export interface Measure {
  looks: number
  failed: number
  slowestMs: number | null
  /** From a failed look to the next good one. */
  down: Interval[]
  /** Where nobody looked: nothing can be said of it. */
  unknown: Interval[]
}

export const LOOK_EVERY_MS = 60_000
/** Two looks in a row may be late of a busy minute; a third missing is silence. */
const SILENCE_MS = 3 * LOOK_EVERY_MS

/**
 * What can be said of an interval from the looks in it, in their order: what was up, what was down,
 * and what nobody saw. Silence is never told as availability (CE, 23 September 2021, n° 449250).
 */
export function measureOf({ from, to }: Interval, looks: Look[]): Measure {
  const within = looks.filter(({ at }) => at >= from && at <= to)
  const down: Interval[] = []
  const unknown: Interval[] = []
  let seenAt = from
  let brokenAt: number | null = null
  for (const { at, isUp } of within) {
    if (at - seenAt > SILENCE_MS) {
      if (brokenAt !== null) down.push({ from: brokenAt, to: seenAt })
      brokenAt = null
      unknown.push({ from: seenAt, to: at })
    }
    if (!isUp) brokenAt ??= at
    else if (brokenAt !== null) {
      down.push({ from: brokenAt, to: at })
      brokenAt = null
    }
    seenAt = at
  }
  const isSilent = to - seenAt > SILENCE_MS
  if (brokenAt !== null) down.push({ from: brokenAt, to: isSilent ? seenAt : to })
  if (isSilent) unknown.push({ from: seenAt, to })
  return {
    looks: within.length,
    failed: within.filter(({ isUp }) => !isUp).length,
    slowestMs: within.length > 0 ? within.reduce((most, { ms }) => Math.max(most, ms), 0) : null,
    down,
    unknown,
  }
}

/**
 * The silences that a look ended, in an interval: who looks fell with the rest, and nothing shows that
 * the platform answered. Before the first look and after the last one, nobody had looked yet.
 */
export function silencesIn({ from, to }: Interval, looks: Look[]): Interval[] {
  const silences = looks.slice(1).flatMap(({ at }, before) => {
    const last = looks[before].at
    return at - last > SILENCE_MS ? [{ from: Math.max(last, from), to: Math.min(at, to) }] : []
  })
  return silences.filter((one) => one.to > one.from)
}

export const lengthOf = (intervals: Interval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + to - from, 0)

/** « 1 h 5 min », « 40 s ». */
export function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1_000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  const rest = minutes % 60
  if (minutes < 60) return `${minutes} min`
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}
