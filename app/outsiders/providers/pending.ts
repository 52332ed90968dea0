import { createHash } from 'node:crypto'
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

const NAMED = /(?:^|;\s*)(halle-depart-[\w-]+)=/g
/** As many tabs; the oldest is forgotten. */
const MOST = 8
/** As long as FranceConnect waits for a person. */
const LIFE_MS = 30 * 60_000
/** It travels to where providers give people back, and nowhere else. */
const WHERE = { path: '/connexion/avec' }

/** One cookie a sign-in: tabs that are open together keep each other's. It tells the state to nobody. */
const nameOf = (state: string): string =>
  `halle-depart-${createHash('sha256').update(state).digest('base64url').slice(0, 12)}`

/**
 * Keeps a sign-in in this browser, sealed: another one cannot finish it, and whoever merely begins
 * leaves nothing in the base.
 */
export function keepPending(
  { request, response }: HttpContext,
  pending: Omit<Pending, 'at'>
): void {
  // A browser says first those that it got first (RFC 6265 §5.4)
  const others = [...(request.header('cookie') ?? '').matchAll(NAMED)].map(([, name]) => name)
  const tooMany = others.slice(0, Math.max(0, others.length - MOST + 1))
  for (const name of tooMany) response.clearCookie(name, WHERE)
  const kept: Pending = { ...pending, at: clock.now().toMillis() }
  response.encryptedCookie(nameOf(pending.state), kept, { ...WHERE, maxAge: LIFE_MS / 1000 })
}

/**
 * The sign-in that an answer of this provider finishes, taken: it finishes once. Null for one that
 * did not begin here, or with another provider.
 */
export function takePending(
  { request, response }: HttpContext,
  { id }: IdentityProvider,
  state: string | null
): Pending | null {
  if (!state) return null
  const name = nameOf(state)
  const found: Pending | null = request.encryptedCookie(name) ?? null
  const since = clock.now().toMillis() - LIFE_MS
  if (!found || found.state !== state || found.providerId !== id || found.at <= since) return null
  response.clearCookie(name, WHERE)
  return found
}
