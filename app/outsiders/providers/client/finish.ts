import { authorizationCodeGrant } from 'openid-client'
import { clock } from '#kernel/clock'
import {
  faultOf,
  isHighEnough,
  isSubject,
  readIdentity,
  type ProvenIdentity,
  type SignInFault,
} from '#lib/oidc'
import { LocalDate } from '#lib/values'
import type IdentityProvider from '../provider.js'
import { returnAddress } from './addresses.js'
import type { Begun } from './begin.js'
import { configured, type Configured } from './configured.js'
import { userinfo } from './userinfo.js'
import { verified } from './verified.js'

/** Who came back, proven; or why nobody did. */
export type Finished =
  | { ok: true; identity: ProvenIdentity; acr: string | null; idToken: string }
  | { ok: false; fault: SignInFault; error: unknown }

/**
 * Judges what a provider sent back through the browser (`query`: the code and its companions) for a
 * sign-in that this browser began: asks for the tokens, then for the identity.
 */
export async function finish(
  provider: IdentityProvider,
  query: URLSearchParams,
  begun: Begun
): Promise<Finished> {
  try {
    const known = await configured(provider)
    const { idToken, accessToken } = await tokensFor(provider, query, begun, known)
    const claims = await verified(idToken, provider.idTokenAlg, provider, known)
    if (!isSubject(claims.sub)) return failed('unsure', 'sub')
    const acr = typeof claims.acr === 'string' ? claims.acr : undefined
    if (!isHighEnough(acr, provider.acrValues)) return failed('too_low', `acr ${acr}`)
    const said = await userinfo(provider, accessToken, claims.sub, known)
    const identity = readIdentity(said, LocalDate.at(clock.now()))
    if (typeof identity === 'string') return failed(identity, 'userinfo')
    return { ok: true, identity, acr: acr ?? null, idToken }
  } catch (error) {
    return failed(faultOf(error), error)
  }
}

const failed = (fault: SignInFault, error: unknown): Finished => ({ ok: false, fault, error })

async function tokensFor(
  provider: IdentityProvider,
  query: URLSearchParams,
  { state, nonce, verifier }: Begun,
  { protocol }: Configured
) {
  const answer = new URL(returnAddress(provider))
  answer.search = query.toString()
  const tokens = await authorizationCodeGrant(protocol, answer, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: provider.hasPkce ? verifier : undefined,
    idTokenExpected: true,
  })
  return { idToken: tokens.id_token!, accessToken: tokens.access_token }
}
