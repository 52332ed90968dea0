import { setTimeout as sleep } from 'node:timers/promises'
import { DateTime } from 'luxon'

/** What is left to do before the hour, once the plis are sent: to deposit, and to ask too early. */
const WANTED_SECONDS = 60

/** The hour of a journey, which its buyer moves back while plis are still on their way. */
export class Hour {
  #at: DateTime

  constructor(seconds: number) {
    this.#at = DateTime.now().plus({ seconds }).startOf('second')
  }

  get at(): DateTime {
    return this.#at
  }

  /** A machine that is slow would else reach the hour with its plis half sent. */
  async keepAhead(extend: (to: DateTime) => Promise<void>): Promise<void> {
    if (this.#at.diffNow('seconds').seconds > WANTED_SECONDS) return
    const later = DateTime.now()
      .plus({ seconds: 2 * WANTED_SECONDS })
      .startOf('second')
    await extend(later)
    this.#at = later
  }

  /** Returns a millisecond after it. */
  async passes(): Promise<void> {
    await sleep(Math.max(0, this.#at.toMillis() + 1 - Date.now()))
  }
}
