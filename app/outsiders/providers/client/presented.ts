import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto'
import { calculateJwkThumbprint, importPKCS8, type JWK } from 'jose'
import { ClientSecretPost, PrivateKeyJwt, type ClientAuth } from 'openid-client'
import type IdentityProvider from '../provider.js'

const LEAST_RSA_BITS = 2048

/**
 * How we say to a provider who we are. With a key, each request bears a fresh assertion that it signs
 * (OpenID Connect Core §9, RFC 7523): no secret of ours is kept by anybody else.
 */
export async function presented(provider: IdentityProvider): Promise<ClientAuth> {
  // FranceConnect takes no « basic »
  if (provider.clientAuth === 'client_secret_post') return ClientSecretPost(provider.secret)
  const pem = provider.signer!
  const key = await importPKCS8(pem, algorithmOf(pem)!)
  return PrivateKeyJwt({ key, kid: (await publicKeyOf(pem)).kid })
}

/** ES256 or RS256, as a private key in PEM (PKCS 8) allows; null for what is no such key. */
export function algorithmOf(pem: string): 'ES256' | 'RS256' | null {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(pem)
    if (type === 'ec' && details?.namedCurve === 'prime256v1') return 'ES256'
    return type === 'rsa' && details!.modulusLength! >= LEAST_RSA_BITS ? 'RS256' : null
  } catch {
    return null // whatever it is, it is no key
  }
}

/** What the provider is told of it: the public half (RFC 7517), named by its thumbprint. */
export async function publicKeyOf(pem: string): Promise<JWK & { kid: string }> {
  const { kty, crv, x, y, n, e }: JsonWebKey = createPublicKey(createPrivateKey(pem)).export({
    format: 'jwk',
  })
  const bare = (kty === 'EC' ? { kty, crv, x, y } : { kty, n, e }) as JWK
  return { ...bare, use: 'sig', alg: algorithmOf(pem)!, kid: await calculateJwkThumbprint(bare) }
}
