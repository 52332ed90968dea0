/** How an approved platform is reached: one application a member. */
export interface PlatformAccount {
  /** Of the flow service, without `/v1`. */
  url: string
  oauthUrl: string
  clientId: string
  clientSecret: string
}

/** What a platform answers: bad news is a value. */
export type PlatformAnswer<T> =
  | { is: 'said'; value: T }
  /** It said no to this very request: sent again, it says no again. */
  | { is: 'refused'; status: number; says: string }
  | { is: 'unauthorized'; says: string }
  | { is: 'too_many'; says: string }
  | { is: 'too_large'; says: string }
  /** Nothing, or half an answer, came: whether it was heard is not known. */
  | { is: 'unknown'; says: string }

const ANSWER_LIMIT_MS = 60_000
/** A token is asked anew a little before its end. */
const TOKEN_MARGIN_MS = 60_000

const tokens = new Map<string, { token: string; until: number }>()
const keyOf = ({ oauthUrl, clientId }: PlatformAccount) => `${oauthUrl} ${clientId}`

/** Asks the flow service (XP Z12-013), with a token that is renewed once when it is refused. */
export async function askPlatform<T>(
  account: PlatformAccount,
  path: string,
  init: RequestInit = {},
  readAs: (response: Response) => Promise<T> = (response) => response.json() as Promise<T>
): Promise<PlatformAnswer<T>> {
  const first = await askOnce(account, path, init, readAs)
  if (first.is !== 'unauthorized') return first
  tokens.delete(keyOf(account))
  return askOnce(account, path, init, readAs)
}

async function askOnce<T>(
  account: PlatformAccount,
  path: string,
  init: RequestInit,
  readAs: (response: Response) => Promise<T>
): Promise<PlatformAnswer<T>> {
  const token = await tokenOf(account)
  if (token.is !== 'said') return token
  const headers = { ...init.headers, authorization: `Bearer ${token.value}` }
  return read(`${account.url}/v1${path}`, { ...init, headers }, readAs)
}

async function tokenOf(account: PlatformAccount): Promise<PlatformAnswer<string>> {
  const known = tokens.get(keyOf(account))
  if (known && known.until > Date.now()) return { is: 'said', value: known.token }
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: account.clientId,
    client_secret: account.clientSecret,
  })
  const answer = await read(
    account.oauthUrl,
    { method: 'POST', body },
    (response) => response.json() as Promise<{ access_token: string; expires_in: number }>
  )
  if (answer.is !== 'said') return answer
  const { access_token: token, expires_in: seconds } = answer.value
  const margin = Math.min(TOKEN_MARGIN_MS, seconds * 500)
  tokens.set(keyOf(account), { token, until: Date.now() + seconds * 1000 - margin })
  return { is: 'said', value: token }
}

async function read<T>(
  url: string,
  init: RequestInit,
  readAs: (response: Response) => Promise<T>
): Promise<PlatformAnswer<T>> {
  try {
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS)
    const response = await fetch(url, { redirect: 'error', signal, ...init })
    if (response.ok) return { is: 'said', value: await readAs(response) }
    return byStatus(response.status, await response.text())
  } catch (error) {
    return { is: 'unknown', says: `La plateforme ne répond pas (${(error as Error).name}).` }
  }
}

const NO_MORE = 'La plateforme refuse notre application'

function byStatus(status: number, text: string): PlatformAnswer<never> {
  if (status === 401 || status === 403)
    return { is: 'unauthorized', says: `${NO_MORE} (${status}) : son secret a peut-être changé.` }
  if (status === 429) return { is: 'too_many', says: 'La plateforme demande d’attendre (429).' }
  if (status === 413)
    return { is: 'too_large', says: 'La plateforme trouve le flux trop lourd (413).' }
  if (status >= 500) return { is: 'unknown', says: `La plateforme a répondu ${status}.` }
  return { is: 'refused', status, says: codeIn(text) }
}

function codeIn(text: string): string {
  try {
    const { errorCode, errorMessage } = JSON.parse(text)
    return [errorCode, errorMessage].filter(Boolean).join(' : ').slice(0, 300)
  } catch {
    // The page of a proxy says nothing that we could tell
    return 'La plateforme refuse cette demande.'
  }
}
