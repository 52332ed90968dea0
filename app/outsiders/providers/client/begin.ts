import { createHash } from 'node:crypto'
import {
  buildAuthorizationUrl,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type IdentityProvider from '../provider.js'
import { returnAddress } from './addresses.js'
import { configured } from './configured.js'

/** What only this browser and we know of a sign-in, until its answer comes. */
export interface Begun {
  state: string
  nonce: string
  verifier: string
}

/** The address where the person says who she is, and what is to be kept until she is back. */
export async function begin(provider: IdentityProvider): Promise<Begun & { url: string }> {
  const { protocol } = await configured(provider)
  // FranceConnect wants 22 signs of each at least, ProConnect advises 32: these have 43
  const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const url = buildAuthorizationUrl(protocol, {
    redirect_uri: returnAddress(provider),
    scope: provider.scopes,
    state: begun.state,
    nonce: begun.nonce,
    ...(provider.acrValues.length > 0 && { acr_values: provider.acrValues.join(' ') }),
    // FranceConnect does it whatever is asked; nobody sits at the place of who was there before
    ...(provider.kind === 'franceconnect' && { prompt: 'login consent' }),
    ...(provider.hasPkce && {
      code_challenge: challengeOf(begun.verifier),
      code_challenge_method: 'S256',
    }),
  })
  return { ...begun, url: url.href }
}

/** S256 of RFC 7636 §4.2; that of `openid-client` goes by a thread, which costs more than the digest. */
const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url')
