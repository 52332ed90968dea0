import type { HttpContext } from '@adonisjs/core/http'
import { randomState } from 'openid-client'
import { leaveAddress } from './client/leave.js'
import type { Door } from '#app/outsiders/doors/door'
import IdentityProvider from './provider.js'

const CAME_BY = 'provider_session'
const EXIT = 'provider_exit'

/** What closes the session that a provider keeps, once ours is closed. */
interface ProviderSession {
  providerId: string
  /** Of no use to come in: its minute has passed. */
  idToken: string
}

/** Where her provider closes its session, until she went there. */
interface Exit {
  label: string
  url: string
}

/** Remembers by whom an agent came in; after the session got its new identifier. */
export function keepProviderSession(
  { session }: HttpContext,
  { id }: IdentityProvider,
  idToken: string
): void {
  session.put(CAME_BY, { providerId: id, idToken } satisfies ProviderSession)
}

/** By whom an agent came in; null when it was by another way. */
export async function providerOfSession({ session }: HttpContext) {
  const kept = session.get(CAME_BY) as ProviderSession | undefined
  const provider = kept ? await IdentityProvider.find(kept.providerId) : null
  return provider && { provider, idToken: kept!.idToken }
}

/**
 * What is left to do once our session is closed: null when the provider keeps none, or is away.
 * The answer is called on the cleared session, and gives the path that leads on.
 */
export async function exitFrom(
  { session }: HttpContext,
  provider: IdentityProvider,
  idToken: string
): Promise<(() => string) | null> {
  const url = await leaveAddress(provider, idToken, randomState())
  if (!url) return null
  return () => {
    session.put(EXIT, { label: provider.label, url } satisfies Exit)
    return `/connexion/avec/${provider.slug}/quitter`
  }
}

/** The same for whoever is no agent, whose door remembers who vouched for her. */
export async function exitOf(ctx: HttpContext, door: Door | null) {
  const { issuer, idToken } = door?.provider ?? {}
  const provider = idToken ? await IdentityProvider.findBy('issuer', issuer) : null
  return provider && exitFrom(ctx, provider, idToken!)
}

/** Where she goes now, once. */
export const takeExit = ({ session }: HttpContext): Exit | null => session.pull(EXIT) ?? null
