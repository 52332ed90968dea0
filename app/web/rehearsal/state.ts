import db from '@adonisjs/lucid/services/db'
import { REHEARSAL } from '#lib/backup/rehearsal'

/** The platform is a copy, made by a restore: nothing leaves it until somebody says that it is the real one. */
export interface Rehearsal {
  /** Of which moment it is a copy. */
  at: Date
}

type Known = Rehearsal | null | 'unknown'

const ASK_EVERY_MS = 5_000

let known: Known = 'unknown'

/** What this process last heard from its base; null when the platform is the real one. */
export const rehearsal = (): Rehearsal | null => (known === 'unknown' ? null : known)

/** Whether nothing may leave: also as long as the base has not said what it is. */
export const isHeldIn = (): boolean => known !== null

/** Asks the base whether it is a copy; throws when it does not answer. */
export async function askRehearsal(): Promise<Rehearsal | null> {
  const row = await db
    .connection('system')
    .from('kernel.heartbeats')
    .where('name', REHEARSAL)
    .first()
    .catch((error: { code?: string }) => {
      if (error.code === '42P01') return null // a base that halle:prepare has not seen yet
      throw error
    })
  known = row ? { at: new Date(row.details.at) } : null
  return known
}

/** What a test says of this process. */
export const sayRehearsal = (what: Known): void => void (known = what)

/** Keeps asking as long as the process lives; `onEnd` is told when the copy becomes the real one. */
export function followRehearsal(onEnd: () => void): void {
  const ask = async () => {
    const was = known
    const is = await askRehearsal().catch(() => was) // asked again in a moment
    if (was !== null && was !== 'unknown' && is === null) onEnd()
  }
  setInterval(ask, ASK_EVERY_MS).unref()
}

/** Waits until the base has said what it is, or until `stopped`. */
export async function untilKnown(stopped: () => boolean): Promise<void> {
  while (known === 'unknown' && !stopped()) {
    await askRehearsal().catch(() => new Promise((resolve) => setTimeout(resolve, 1000)))
  }
}
