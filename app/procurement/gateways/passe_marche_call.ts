import logger from '@adonisjs/core/services/logger'
import { passeMarche } from '#config/passe_marche'
import { foreignJson } from '#lib/foreign_text'
import { remember } from '#lib/remember'

/** What Passe Marché answers: a value, that it is not ready, what it refuses, or nothing at all. */
export type Answered<T> =
  | { kind: 'found'; value: T }
  | { kind: 'unready' }
  | { kind: 'refused'; why: string }
  | { kind: 'unreachable' }

const WAIT_MS = 5_000
/** A token lives a day, and a new one revokes it. */
const TOKEN_MS = 23 * 3_600_000

export const isPasseMarcheAsked = (): boolean => passeMarche.url !== ''

const tokens = remember<string>({ ms: TOKEN_MS, most: 1 })

async function tokenOf(): Promise<string> {
  const known = tokens.get(passeMarche.url)
  if (known) return known
  const { clientId, clientSecret } = passeMarche
  const response = await fetch(`${passeMarche.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'api_access',
    }),
    signal: AbortSignal.timeout(WAIT_MS),
  })
  if (!response.ok) throw new Error(`no token: ${response.status}`)
  const said = foreignJson(await response.text()) as { access_token?: unknown }
  const token = String(said.access_token)
  return tokens.keep(passeMarche.url, token)
}

/** Asks a path of the API, with a token that is taken again when it was revoked. */
export async function ask(
  method: string,
  path: string,
  body?: object,
  wait = WAIT_MS
): Promise<Answered<Response>> {
  if (!isPasseMarcheAsked()) return { kind: 'unreachable' }
  try {
    const response = await call(method, path, body, wait)
    // Another process took a token, which revoked ours
    if (response.status !== 401) return await judged(response, method)
    tokens.forget(passeMarche.url)
    return await judged(await call(method, path, body, wait), method)
  } catch (error) {
    // A network that is down, an answer that is no JSON: the same for who waits
    return unreachable((error as Error).message)
  }
}

async function call(method: string, path: string, body: object | undefined, wait: number) {
  return fetch(`${passeMarche.url}/api/v1${path}`, {
    method,
    headers: {
      'authorization': `Bearer ${await tokenOf()}`,
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(wait),
  })
}

async function judged(response: Response, method: string): Promise<Answered<Response>> {
  if (response.ok) return { kind: 'found', value: response }
  if (response.status === 422 && method === 'GET') return { kind: 'unready' }
  if ([403, 404, 422].includes(response.status))
    return { kind: 'refused', why: `Passe Marché refuse (${response.status}).` }
  return unreachable(String(response.status))
}

/** A network that is down, an answer that says nothing: the same for who waits. */
export function unreachable(reason: string): { kind: 'unreachable' } {
  logger.warn({ event: 'passe_marche_unreachable', reason }, 'Passe Marché is silent')
  return { kind: 'unreachable' }
}
