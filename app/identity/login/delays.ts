/** How patient a door is: some attempts for nothing, then waits that double. */
export interface Patience {
  /** Attempts that make nobody wait: fingers slip. */
  free: number
  /** Seconds after the first that is not free. */
  first: number
  /** No wait is longer: nobody is shut out by somebody else's errors. */
  most: number
  /** Seconds of quiet after which all is forgotten. */
  forget: number
}

const QUARTER = 15 * 60
const HOUR = 60 * 60
const DAY = 24 * HOUR

/** What a person does from a place: her own errors, so that waits may grow long. */
export const OWN: Patience = { free: 5, first: 30, most: QUARTER, forget: HOUR }
/** What all the world does to one account: short waits, or whoever knows an address closes it. */
export const ACCOUNT: Patience = { free: 30, first: 1, most: 60, forget: DAY }
/** What one address does to accounts that exist; a whole town hall may stand behind it. */
export const ADDRESS: Patience = { free: 60, first: 1, most: 30, forget: HOUR }
/** What one address does to accounts that do not: a list of names tried blindly. */
export const STRANGERS: Patience = { free: 600, first: 1, most: 10, forget: HOUR }
/** A code of six figures bears fewer attempts than a password, wherever they come from. */
export const CODES: Patience = { free: 5, first: 30, most: QUARTER, forget: DAY }
/** Letters that somebody makes us send to somebody else. */
export const LETTERS: Patience = { free: 5, first: QUARTER, most: QUARTER, forget: HOUR }

/** A code that was sent bears five tries, and then none while it lives. */
export const FIVE_TRIES: Patience = { free: 4, first: DAY, most: DAY, forget: DAY }
/** Accounts that one place opens with a name alone: a library or a counter may stand behind it. */
export const OPENINGS: Patience = { free: 20, first: QUARTER, most: QUARTER, forget: HOUR }

/** The seconds to wait after so many attempts. */
export function delayAfter(attempts: number, { free, first, most }: Patience): number {
  if (attempts <= free) return 0
  return Math.min(most, first * 2 ** Math.min(attempts - free - 1, 20))
}

/** How many attempts a door lets pass within so many seconds, to whoever never rests. */
export function attemptsWithin(seconds: number, patience: Patience): number {
  let [attempts, at] = [0, 0]
  while (at < seconds) {
    attempts++
    at += delayAfter(attempts, patience)
    if (delayAfter(attempts, patience) === patience.most) {
      return attempts + Math.floor(Math.max(0, seconds - at) / patience.most)
    }
  }
  return attempts
}
