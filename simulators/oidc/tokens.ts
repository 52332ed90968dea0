import { CompactEncrypt, importJWK, SignJWT, type JWTPayload } from 'jose'
import type { Fault } from './faults.js'
import { pairFor, type Keys } from './keys.js'
import type { Algorithm, Client } from './options.js'

/** Faults that touch the signature of the token of a sign-in. */
const FORGED: Fault[] = ['alg_none', 'hs256_public_key', 'wrong_signature', 'unknown_key']

/** Signs what was agreed with a client, or forges it as told. */
export async function signed(
  claims: JWTPayload,
  alg: Algorithm,
  { client, keys, fault }: { client: Client; keys: Keys; fault: Fault }
): Promise<string> {
  if (FORGED.includes(fault)) return forged(claims, alg, { client, keys, fault })
  if (alg === 'HS256') return withSecret(claims, client.secret)
  const { privateKey, kid } = keys.of(alg)
  return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(privateKey)
}

async function forged(
  claims: JWTPayload,
  alg: Algorithm,
  { client, keys, fault }: { client: Client; keys: Keys; fault: Fault }
): Promise<string> {
  if (fault === 'alg_none') return `${part({ alg: 'none' })}.${part(claims)}.`
  if (fault === 'hs256_public_key') return withSecret(claims, await keys.publicText())
  // A shared secret has no key to be unknown: only the signature can be wrong
  if (alg === 'HS256') return withSecret(claims, `${client.secret} of another`)
  const stranger = await pairFor(alg)
  const kid = fault === 'unknown_key' ? stranger.kid : keys.of(alg).kid
  return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(stranger.privateKey)
}

const withSecret = (claims: JWTPayload, secret: string) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Shut for a client that gave its public key; as it is for the others. */
export async function encrypted(jwt: string, { encryptionKey }: Client): Promise<string> {
  if (!encryptionKey) return jwt
  const key = await importJWK(encryptionKey, 'RSA-OAEP-256')
  return new CompactEncrypt(new TextEncoder().encode(jwt))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT' })
    .encrypt(key)
}
