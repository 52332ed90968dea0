import type User from '#kernel/people/user'
import { tellFactors } from '#identity'
import type IdentityProvider from '../provider.js'
import AgentLogin from './agent_login.js'

/**
 * Ties an account to the name that a provider has for her. False when that name opens somebody
 * else's already. She is told by mail, as of any other way into her account.
 */
export async function tie(
  user: User,
  provider: IdentityProvider,
  subject: string
): Promise<boolean> {
  const known = await AgentLogin.named(provider.id, subject)
  if (known) return known.userId === user.id
  await AgentLogin.query().where({ providerId: provider.id, userId: user.id }).delete()
  await AgentLogin.create({ providerId: provider.id, subject, userId: user.id })
  await tellFactors(user, 'provider_added')
  return true
}

/** Unties it; she is told. */
export async function untie(user: User, providerId: string): Promise<void> {
  const [removed] = await AgentLogin.query().where({ providerId, userId: user.id }).delete()
  if (Number(removed) > 0) await tellFactors(user, 'provider_removed')
}
