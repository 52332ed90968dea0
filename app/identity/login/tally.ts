import { remember } from '#lib/remember'
import { admitSeveral, type Counter, takeBack } from './attempts.js'

/** Attempts that this process has counted, less those that succeeded, and not yet told the base. */
interface Tally {
  untold: number
  /** How many it tells at once. */
  batch: number
}

/** What a process may keep for itself: each lets as many more pass than the base counts. */
const BATCH = 20
const kept = remember<Tally>({ ms: 60 * 60_000, most: 10_000 })

const tallyOf = ({ key }: Counter): Tally =>
  kept.get(key) ?? kept.keep(key, { untold: 0, batch: BATCH })

/**
 * Counts an attempt of which nearly all succeed and are taken back: mostly in this process, the base
 * being told of twenty at once. From half of what is free, and where a wait was asked, the base is
 * asked each time, and decides alone. @throws E_TOO_MANY_ATTEMPTS
 */
export async function tallied(counter: Counter): Promise<void> {
  const tally = tallyOf(counter)
  tally.untold++
  if (tally.untold < tally.batch) return
  const told = tally.untold
  tally.untold = 0
  // Until the base has answered well, nobody else passes without asking it
  tally.batch = 1
  const count = await admitSeveral(counter, told)
  if (count <= counter.patience.free / 2) tally.batch = BATCH
}

/** The attempt succeeded: it is taken back. */
export async function untallied(counter: Counter): Promise<void> {
  const tally = tallyOf(counter)
  tally.untold--
  if (tally.untold > -tally.batch) return
  const told = -tally.untold
  tally.untold = 0
  await takeBack([counter], [], told)
}
