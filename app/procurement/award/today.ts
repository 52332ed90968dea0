import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'

/** The day, as a column keeps it. */
export const today = () => DateTime.fromISO(clock.today().toString(), { zone: 'utc' })
