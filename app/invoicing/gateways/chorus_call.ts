import { foreignJson, foreignText } from '#lib/foreign_text'
import type { ChorusAccount } from '../settings.js'
import { forgetToken, keepToken, keptToken } from './chorus_tokens.js'

/** What Chorus Pro answers, once its code is read: bad news is a value. */
export type ChorusAnswer<T> =
  | { is: 'said'; value: T }
  /** It said no: `code` is its `codeRetour`. */
  | { is: 'refused'; code: number; says: string }
  /** The account or the application is not, or no more, the right one. */
  | { is: 'unauthorized'; says: string }
  | { is: 'too_many'; says: string }
  | { is: 'too_large'; says: string }
  /** Nothing, or half an answer, came: whether it was heard is not known. */
  | { is: 'unknown'; says: string }

/** Not found is an answer, and no error (§7.2). */
export const NO_RESULTS = [20_000, 20_007]

const ANSWER_LIMIT_MS = 60_000

/** Asks one operation of Chorus Pro: `POST /cpro/…`, with a token that is renewed once when it is refused. */
export async function askChorus<T>(
  account: ChorusAccount,
  path: string,
  body: object
): Promise<ChorusAnswer<T>> {
  const first = await askOnce<T>(account, path, body)
  if (first.is !== 'unauthorized') return first
  forgetToken(account)
  return askOnce<T>(account, path, body)
}

async function askOnce<T>(
  account: ChorusAccount,
  path: string,
  body: object
): Promise<ChorusAnswer<T>> {
  const token = await tokenOf(account)
  if (token.is !== 'said') return token
  return read<T>(`${account.url}${path}`, {
    body: JSON.stringify(body),
    headers: {
      'authorization': `Bearer ${token.value}`,
      'cpro-account': Buffer.from(`${account.login}:${account.password}`).toString('base64'),
      'content-type': 'application/json;charset=utf-8',
      'accept': 'application/json',
    },
  })
}

async function tokenOf(account: ChorusAccount): Promise<ChorusAnswer<string>> {
  const known = keptToken(account)
  if (known) return { is: 'said', value: known }
  const answer = await read<{ access_token: string; expires_in: number }>(account.oauthUrl, {
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: account.clientId,
      client_secret: account.clientSecret,
      scope: 'openid',
    }),
  })
  if (answer.is !== 'said') return answer
  const { access_token: token, expires_in: seconds } = answer.value
  keepToken(account, token, seconds)
  return { is: 'said', value: token }
}

/** `codeRetour` is read before the HTTP status: an error may come within a 200, and the reverse. */
async function read<T>(url: string, init: RequestInit): Promise<ChorusAnswer<T>> {
  let response: Response
  let text: string
  try {
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS)
    response = await fetch(url, { method: 'POST', redirect: 'error', signal, ...init })
    text = await response.text()
  } catch (error) {
    return { is: 'unknown', says: `Chorus Pro ne répond pas (${(error as Error).name}).` }
  }
  const said = parsed(text)
  if (typeof said?.codeRetour === 'number' && said.codeRetour !== 0) {
    return {
      is: 'refused',
      code: said.codeRetour,
      says: foreignText(String(said.libelle ?? ''), 300),
    }
  }
  return response.ok && said ? { is: 'said', value: said as T } : byStatus(response.status)
}

function parsed(text: string): any {
  try {
    return foreignJson(text)
  } catch {
    // Half a page, or the page of a proxy: its status says what it is
    return null
  }
}

function byStatus(status: number): ChorusAnswer<never> {
  const says = `Chorus Pro a répondu ${status}.`
  if (status === 401 || status === 403)
    return {
      is: 'unauthorized',
      says: `Chorus Pro refuse le compte technique (${status}) : son mot de passe a peut-être changé.`,
    }
  if (status === 429) return { is: 'too_many', says: 'Chorus Pro demande d’attendre (429).' }
  if (status === 413)
    return { is: 'too_large', says: 'Chorus Pro trouve la demande trop lourde (413).' }
  return {
    is: 'unknown',
    says: status === 200 ? 'La réponse de Chorus Pro est interrompue.' : says,
  }
}
