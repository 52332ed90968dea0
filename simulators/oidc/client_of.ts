import { createHash, timingSafeEqual } from 'node:crypto'
import { decodeJwt, importJWK, jwtVerify } from 'jose'
import type { Client } from './options.js'

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Which client asks for a token, once it has shown who it is by the way agreed with it; or null. */
export async function clientOf(
  form: URLSearchParams,
  clients: Client[],
  { audiences, used }: { audiences: string[]; used: Set<string> }
): Promise<Client | null> {
  const jwt = form.get('client_assertion')
  if (!jwt) {
    const client = clients.find(({ id }) => id === form.get('client_id'))
    const isShown = client && sameText(client.secret, form.get('client_secret') ?? '')
    return isShown && !client.assertionKey ? client : null
  }
  if (form.get('client_assertion_type') !== ASSERTION) return null
  try {
    const client = clients.find(({ id }) => id === decodeJwt(jwt).sub)
    if (!client?.assertionKey) return null
    const key = await importJWK(client.assertionKey, client.assertionKey.alg)
    const rules = { issuer: client.id, subject: client.id, audience: audiences }
    const { payload } = await jwtVerify(jwt, key, { ...rules, requiredClaims: ['exp', 'jti'] })
    if (used.has(payload.jti!)) return null
    used.add(payload.jti!)
    return client
  } catch {
    return null // whatever it is, it shows nobody
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const sameText = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))
