import type { Client, ProviderOptions } from './options.js'

/** What the standard and the four parameters of PKCE name: whatever else is unknown. */
const KNOWN = [
  ...['client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'nonce', 'acr_values'],
  ...['prompt', 'claims', 'login_hint', 'code_challenge', 'code_challenge_method', 'idp_hint'],
]
const LEAST_NONCE = 22

export interface Asked {
  client: Client
  redirectUri: string
  state: string
  nonce: string
  scope: string
  /** The first level that both sides know. */
  acr: string
  challenge: string | null
}

/** Why a request is shown an error and goes back nowhere: a code of the provider, and a sentence. */
export interface Refused {
  code: string
  text: string
}

/** Reads the request for a sign-in as the real provider judges it. */
export function readAsked(query: URLSearchParams, options: ProviderOptions): Asked | Refused {
  const value = (name: string) => query.get(name) ?? ''
  const client = options.clients.find(({ id }) => id === value('client_id'))
  if (!client) return { code: 'Y030001', text: 'client_id inconnu' }
  if (!client.redirectUris.includes(value('redirect_uri'))) {
    return { code: 'Y030118', text: 'redirect_uri non enregistrée' }
  }
  const unknown = [...query.keys()].find((name) => !KNOWN.includes(name))
  if (unknown && !options.takesUnknownParameters) {
    return { code: 'Y000400', text: `paramètre inconnu : ${unknown}` }
  }
  const missing = options.required.find((name) => value(name) === '')
  if (missing) return { code: 'Y000400', text: `paramètre absent : ${missing}` }
  if (value('response_type') !== 'code') return { code: 'Y000400', text: 'response_type inconnu' }
  if (value('nonce') && value('nonce').length < LEAST_NONCE) {
    return { code: 'Y000400', text: `nonce de moins de ${LEAST_NONCE} signes` }
  }
  const acr = value('acr_values')
    .split(' ')
    .find((one) => options.acrValues.includes(one))
  if (value('acr_values') && !acr) return { code: 'Y000400', text: 'acr_values inconnus' }
  return {
    client,
    redirectUri: value('redirect_uri'),
    state: value('state'),
    nonce: value('nonce'),
    scope: value('scope'),
    acr: acr ?? options.acrValues[0],
    challenge: query.get('code_challenge'),
  }
}
