const [MINUTE, HOUR] = [60, 3600]

/** After each attempt that failed, how long until the next, in seconds (Standard Webhooks 1.0.0). */
const DELAYS = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
/** So many attempts over three days and three hours and a half. */
export const MOST_ATTEMPTS = DELAYS.length + 1
/** A receiver that asks for patience is granted so much. */
const LONGEST_REST = HOUR
const JITTER = 0.1

interface Failed {
  /** How many attempts were made. */
  attempts: number
  /** Between 0 and 1, drawn by chance: those that fail together do not come back together. */
  chance: number
  /** What the receiver asked for, in seconds. */
  retryAfter?: number
}

/** In how many seconds a message is tried again; null when it was tried for the last time. */
export function delayAfter({ attempts, chance, retryAfter = 0 }: Failed): number | null {
  const delay = DELAYS[attempts - 1]
  if (delay === undefined) return null
  return Math.round(Math.max(delay * (1 + JITTER * chance), Math.min(retryAfter, LONGEST_REST)))
}

/**
 * How long nothing at all is sent to a receiver after some failures in a row, in seconds: a machine
 * that is down is asked once in a while, whatever waits for it.
 */
export function restAfter(failures: number, retryAfter = 0): number {
  const rest = failures < 3 ? 0 : Math.min(30 * 2 ** (failures - 3), 15 * MINUTE)
  return Math.max(rest, Math.min(retryAfter, LONGEST_REST))
}

/** The value of `Retry-After` in seconds; a date or nothing sensible asks for nothing (RFC 9110). */
export function retryAfterOf(header: string | undefined): number {
  return /^\d{1,9}$/.test(header ?? '') ? Number(header) : 0
}

const HOPELESS_AFTER_MS = 72 * HOUR * 1000

/**
 * Whether a receiver is to be left alone, once a message was tried for the last time: it has taken
 * nothing, of that one or another, for three days.
 */
export const isHopeless = (failingSince: Date, now: Date): boolean =>
  now.getTime() - failingSince.getTime() >= HOPELESS_AFTER_MS
