import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import type { Begun } from './client/begin.js'
import type IdentityProvider from './provider.js'
import type { Door } from './provider.js'

/** What a sign-in is for: to come in by a door, or to tie one's account of agent to a provider. */
export type Purpose = Door | 'tie'

/** A sign-in that this browser began and whose answer has not come. */
export interface Pending extends Begun {
  providerId: string
  purpose: Purpose
  /** Where she wanted to go: a path of ours. */
  wanted: string | null
  /** Who was in when she began, as for `tie`. */
  userId: string | null
  /** The person outside who ties this provider to her account; null: she comes in. */
  linkTo: string | null
  at: number
}

const KEY = 'provider_sign_ins'
/** As many tabs; the oldest is forgotten. */
const MOST = 8
/** As long as FranceConnect waits for a person. */
const LIFE_MS = 30 * 60_000

const kept = ({ session }: HttpContext): Pending[] => {
  const since = clock.now().toMillis() - LIFE_MS
  return (session.get(KEY, []) as Pending[]).filter(({ at }) => at > since)
}

/** Keeps a sign-in in the session of this browser: another one cannot finish it. */
export function keepPending(ctx: HttpContext, pending: Omit<Pending, 'at'>): void {
  const at = clock.now().toMillis()
  ctx.session.put(KEY, [...kept(ctx), { ...pending, at }].slice(-MOST))
}

/**
 * The sign-in that an answer of this provider finishes, taken: it finishes once. Null for one that
 * did not begin here, or with another provider.
 */
export function takePending(
  ctx: HttpContext,
  { id }: IdentityProvider,
  state: string | null
): Pending | null {
  const all = kept(ctx)
  const found = all.find((one) => one.state === state && one.providerId === id) ?? null
  if (found)
    ctx.session.put(
      KEY,
      all.filter((one) => one !== found)
    )
  return found
}
