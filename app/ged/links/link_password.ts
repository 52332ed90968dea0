import hash from '@adonisjs/core/services/hash'
import { clock } from '#kernel/clock'
import type Link from './link.js'

/** Wrong passwords that a link bears in so many minutes, wherever they come from. */
const MOST_TRIES = 10
const MINUTES = 15

/**
 * Whether a password opens a link, which its caller holds: null when too many were tried of late.
 * The count is written, so the caller must not break its transaction.
 */
export async function triesPassword(link: Link, password: string): Promise<boolean | null> {
  const since = clock.now().minus({ minutes: MINUTES })
  const isRecent = link.triesSince !== null && link.triesSince > since
  const tries = isRecent ? link.wrongTries : 0
  if (tries >= MOST_TRIES) return null
  const opens = await hash.verify(link.passwordHash!, password)
  const counted = { wrongTries: tries + 1, triesSince: isRecent ? link.triesSince : clock.now() }
  await link.merge(opens ? { wrongTries: 0, triesSince: null } : counted).save()
  return opens
}
