import { DateTime } from 'luxon'
import { LocalDate } from '#kernel/values'

let frozen: DateTime | null = null

/** The only place where the time comes from, so that tests hold it still. */
export const clock = {
  now(): DateTime {
    return frozen ?? DateTime.utc()
  },

  /** The legal day in France. */
  today(): LocalDate {
    return LocalDate.at(clock.now())
  },

  freeze(iso: string): void {
    frozen = DateTime.fromISO(iso, { zone: 'utc' })
  },

  release(): void {
    frozen = null
  },
}
