import { buildEndSessionUrl } from 'openid-client'
import type IdentityProvider from '../provider.js'
import { exitAddress } from './addresses.js'
import { configured } from './configured.js'

/** Where the session that a provider keeps is closed; null when it keeps none, or does not answer. */
export async function leaveAddress(
  provider: IdentityProvider,
  idToken: string,
  state: string
): Promise<string | null> {
  try {
    const { protocol, published } = await configured(provider)
    if (!published.end_session_endpoint) return null
    return buildEndSessionUrl(protocol, {
      id_token_hint: idToken,
      post_logout_redirect_uri: exitAddress(provider),
      state,
    }).href
  } catch {
    return null // away: its session ends by itself, within thirty minutes
  }
}
