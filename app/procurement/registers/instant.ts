import type { DateTime } from 'luxon'

/** A moment as registers write it: UTC, to the millisecond. */
export const instant = (at: DateTime): string => at.toUTC().toISO()!
