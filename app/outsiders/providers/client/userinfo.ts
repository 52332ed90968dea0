import { fetchProtectedResource } from 'openid-client'
import type IdentityProvider from '../provider.js'
import type { Configured } from './configured.js'
import { openedFor, verified } from './verified.js'

/** It holds one identity: more than this is none. */
const MOST_CHARACTERS = 100_000

/**
 * What the provider says of the person whom the token names.
 * @throws when it is not signed as agreed, or speaks of somebody else (OpenID Connect §5.3.2)
 */
export async function userinfo(
  provider: IdentityProvider,
  accessToken: string,
  sub: string,
  known: Configured
): Promise<Record<string, unknown>> {
  const address = new URL(known.published.userinfo_endpoint ?? '')
  const answer = await fetchProtectedResource(known.protocol, accessToken, address, 'GET')
  if (answer.status !== 200) throw new Error(`userinfo: ${answer.status}`, { cause: answer })
  const text = await answer.text()
  if (text.length > MOST_CHARACTERS) throw new Error('userinfo: too long')
  const claims = await claimsIn(text, answer.headers.get('content-type') ?? '', provider, known)
  if (claims.sub !== sub) throw new Error('userinfo: of another subject')
  return claims
}

async function claimsIn(
  text: string,
  type: string,
  provider: IdentityProvider,
  known: Configured
): Promise<Record<string, unknown>> {
  if (provider.userinfoAlg === null) {
    const said: unknown = JSON.parse(text)
    if (said === null || typeof said !== 'object') throw new Error('userinfo: no object')
    return said as Record<string, unknown>
  }
  if (!type.startsWith('application/jwt')) throw new Error('userinfo: not signed')
  return verified(await openedFor(provider, text), provider.userinfoAlg, provider, known)
}
