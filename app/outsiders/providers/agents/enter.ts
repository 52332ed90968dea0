import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import User from '#kernel/people/user'
import { beginSecondStep, hasAnyFactor, openSession } from '#identity'
import { isHighEnough } from '#lib/oidc'
import type IdentityProvider from '../provider.js'
import AgentLogin from './agent_login.js'

/** Two factors, as ProConnect says it: what a password alone does not open, this does. */
const TWO_FACTORS = ['eidas0-mfa']

/**
 * Where an agent goes, whom this provider knows by that name; null when no account was tied to it.
 * Her address is compared with nothing: whoever bears it elsewhere is not she.
 */
export async function enterAgent(
  ctx: HttpContext,
  provider: IdentityProvider,
  { sub, acr }: { sub: string; acr: string | null }
): Promise<string | null> {
  const login = await AgentLogin.named(provider.id, sub)
  const user = login && (await User.find(login.userId))
  if (!login || !user) return null
  await AgentLogin.query()
    .where({ providerId: provider.id, subject: sub })
    .update({ usedAt: clock.now().toSQL() })
  const isStrong = isHighEnough(acr ?? undefined, TWO_FACTORS)
  if (isStrong || !(await hasAnyFactor(user))) {
    return openSession(ctx, user, isStrong ? 'provider_and_factor' : 'provider')
  }
  // Her own second factor stays asked: a provider that asked one alone is no way round it
  beginSecondStep(ctx, user)
  return '/connexion/code'
}
