import { DateTime } from 'luxon'
import { LocalDate } from '#lib/values'

let frozen: DateTime | null = null
let correction = 0
let wrong = 0

/** Counted in milliseconds, and not by DateTime.plus: it is asked for a hundred times an acte. */
const timeOf = (lacking: number) =>
  DateTime.fromMillis(Date.now() + wrong + lacking, { zone: 'utc' })

/**
 * The only place where a process takes the time from, so that tests hold it still. It follows the
 * clock of the base (`clock/skew.ts`); what is proven takes its time from the base itself.
 */
export const clock = {
  now(): DateTime {
    return frozen ?? timeOf(correction)
  },

  /** The legal day in France. */
  today: (): LocalDate => LocalDate.at(clock.now()),

  /** The same instant in milliseconds, for what is said of each line of a list. */
  ms: (): number => frozen?.toMillis() ?? Date.now() + wrong + correction,

  /** The moment at which a test holds it, else null. */
  held: (): DateTime | null => frozen,

  /** What this machine believes, right or wrong. */
  own: (): DateTime => timeOf(0),

  /** Adds to the machine's time what the base said that it lacks, in milliseconds. */
  follow(milliseconds: number): void {
    correction = milliseconds
  },

  freeze(iso: string): void {
    frozen = DateTime.fromISO(iso, { zone: 'utc' })
  },

  /** As if the clock of this machine were wrong by so many milliseconds. */
  setWrong(milliseconds: number): void {
    wrong = milliseconds
  },

  release(): void {
    frozen = null
    wrong = 0
    correction = 0
  },
}
