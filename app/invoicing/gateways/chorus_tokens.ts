import type { ChorusAccount } from '../settings.js'

/** A token is asked anew a little before its end. */
const TOKEN_MARGIN_MS = 60_000

const tokens = new Map<string, { token: string; until: number }>()

const keyOf = ({ oauthUrl, clientId }: ChorusAccount) => `${oauthUrl} ${clientId}`

/** The token that still opens Chorus Pro for an application; null when one has to be asked. */
export function keptToken(account: ChorusAccount): string | null {
  const known = tokens.get(keyOf(account))
  return known && known.until > Date.now() ? known.token : null
}

/** Keeps a token for the seconds that it lives. */
export function keepToken(account: ChorusAccount, token: string, seconds: number): void {
  const margin = Math.min(TOKEN_MARGIN_MS, seconds * 500)
  tokens.set(keyOf(account), { token, until: Date.now() + seconds * 1000 - margin })
}

/** The next question asks for a token anew: a secret that was changed is known at once. */
export const forgetToken = (account: ChorusAccount): boolean => tokens.delete(keyOf(account))
