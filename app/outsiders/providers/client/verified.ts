import { compactDecrypt, importPKCS8, jwtVerify, type JWTPayload } from 'jose'
import type IdentityProvider from '../provider.js'
import type { Algorithm } from '../provider.js'
import type { Configured } from './configured.js'

/** Clocks of two houses. */
const TOLERANCE_SECONDS = 5

/**
 * What a token says, once its signature, issuer and audience are those agreed with the provider.
 * Only the algorithm that was agreed is taken: neither none, nor a public key used as a secret.
 * @throws an error of jose, which `faultOf` reads
 */
export async function verified(
  jwt: string,
  alg: Algorithm,
  provider: IdentityProvider,
  { keys, published }: Configured
): Promise<JWTPayload> {
  const rules = {
    algorithms: [alg],
    issuer: published.issuer,
    audience: provider.clientId,
    clockTolerance: TOLERANCE_SECONDS,
  }
  if (alg !== 'HS256') return (await jwtVerify(jwt, keys, rules)).payload
  return (await jwtVerify(jwt, new TextEncoder().encode(provider.secret), rules)).payload
}

/** What was encrypted for us, opened; as it is when the provider encrypts nothing. */
export async function openedFor(provider: IdentityProvider, text: string): Promise<string> {
  const { opener } = provider
  if (!opener) return text
  const key = await importPKCS8(opener, 'RSA-OAEP-256')
  const { plaintext } = await compactDecrypt(text, key, {
    keyManagementAlgorithms: ['RSA-OAEP-256'],
    contentEncryptionAlgorithms: ['A256GCM'],
  })
  return new TextDecoder().decode(plaintext)
}
