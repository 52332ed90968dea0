import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import {
  allowInsecureRequests,
  discovery,
  type Configuration,
  type ServerMetadata,
} from 'openid-client'
import { remember } from '#lib/remember'
import type IdentityProvider from '../provider.js'
import { presented } from './presented.js'

/** What is known of a provider once it was asked: where it listens, with which keys it signs. */
export interface Configured {
  protocol: Configuration
  /** What it publishes of itself, copied once: `openid-client` copies it at each reading. */
  published: Readonly<ServerMetadata>
  keys: JWTVerifyGetKey
}

const KEPT_MS = 10 * 60_000
const kept = remember<Configured>({ ms: KEPT_MS, most: 50 })

/** On this machine alone a provider may do without TLS: the simulators do. */
const isHere = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** What the provider says of itself, asked at most every ten minutes and after each change of ours. */
export async function configured(provider: IdentityProvider): Promise<Configured> {
  const { issuer, clientId, clientSecret, idTokenAlg, userinfoAlg, seconds } = provider
  const presents = [clientId, clientSecret, provider.clientAuth, provider.signingKey]
  const version = [issuer, ...presents, idTokenAlg, userinfoAlg, seconds].join(' ')
  return kept.get(version) ?? kept.keep(version, await ask(provider))
}

/** The same, asked now. */
export async function ask(provider: IdentityProvider): Promise<Configured> {
  const issuer = new URL(provider.issuer)
  const protocol = await discovery(
    issuer,
    provider.clientId,
    {
      id_token_signed_response_alg: provider.idTokenAlg,
      userinfo_signed_response_alg: provider.userinfoAlg ?? undefined,
    },
    await presented(provider),
    { timeout: provider.seconds, execute: isHere(issuer) ? [allowInsecureRequests] : [] }
  )
  const published = protocol.serverMetadata()
  return { protocol, published, keys: keysOf(published, provider) }
}

/**
 * The keys that it publishes. One that we do not know has them asked again, once a token: tokens come
 * from the provider itself, so that nobody else can make us ask.
 */
function keysOf(
  { jwks_uri: address }: ServerMetadata,
  provider: IdentityProvider
): JWTVerifyGetKey {
  if (!address) throw new TypeError('the provider publishes no keys')
  return createRemoteJWKSet(new URL(address), {
    cooldownDuration: 0,
    timeoutDuration: provider.seconds * 1000,
  })
}
