import type { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import Pull from '../models/pull.js'

/** Chorus Pro answered: every change until then is known. */
export async function succeeded(readUntil: DateTime): Promise<void> {
  const row = await Pull.current()
  const succeededAt = clock.now()
  await row.merge({ readUntil, succeededAt, failingSince: null, lastError: null }).save()
}

/** It did not, and why, in words for the members and their operator. */
export async function failing(says: string): Promise<void> {
  const row = await Pull.current()
  await row.merge({ failingSince: row.failingSince ?? clock.now(), lastError: says }).save()
}
