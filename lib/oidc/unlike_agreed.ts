/** What a provider publishes of itself (OpenID Connect Discovery), as far as we read it. */
export interface Published {
  authorization_endpoint?: string
  token_endpoint?: string
  userinfo_endpoint?: string
  jwks_uri?: string
  end_session_endpoint?: string
  acr_values_supported?: string[]
  scopes_supported?: string[]
  id_token_signing_alg_values_supported?: string[]
  userinfo_signing_alg_values_supported?: string[]
  code_challenge_methods_supported?: string[]
  token_endpoint_auth_methods_supported?: string[]
}

/** What we are set to ask of it. */
export interface Agreed {
  scopes: string
  acrValues: string[]
  idTokenAlg: string
  userinfoAlg: string | null
  hasPkce: boolean
  /** How we say who we are. */
  clientAuth: string
}

const NEEDED = [
  'authorization_endpoint',
  'token_endpoint',
  'userinfo_endpoint',
  'jwks_uri',
] as const

/** Where what it publishes contradicts what was agreed, in French sentences; what it hides, nothing says. */
export function unlikeAgreed(published: Published, agreed: Agreed): string[] {
  const lacking = (known: string[] | undefined, wanted: string[]) =>
    known === undefined ? [] : wanted.filter((one) => !known.includes(one))
  const said = (what: string, missing: string[]) =>
    missing.length === 0 ? [] : [`${what} : ${missing.join(', ')}.`]
  return [
    ...said(
      'Il ne publie pas ces adresses',
      NEEDED.filter((name) => !published[name])
    ),
    ...said(
      'Il ne connaît pas ces niveaux de garantie',
      lacking(published.acr_values_supported, agreed.acrValues)
    ),
    ...said(
      'Il ne connaît pas ces portées',
      lacking(published.scopes_supported, agreed.scopes.split(' '))
    ),
    ...said(
      'Il ne signe pas ses jetons ainsi',
      lacking(published.id_token_signing_alg_values_supported, [agreed.idTokenAlg])
    ),
    ...said(
      'Il ne signe pas les identités ainsi',
      lacking(
        published.userinfo_signing_alg_values_supported,
        agreed.userinfoAlg ? [agreed.userinfoAlg] : []
      )
    ),
    ...said(
      'Il n’admet pas que nous nous présentions ainsi',
      lacking(published.token_endpoint_auth_methods_supported, [agreed.clientAuth])
    ),
    ...said(
      'Il ne connaît pas PKCE',
      agreed.hasPkce ? lacking(published.code_challenge_methods_supported, ['S256']) : []
    ),
  ]
}
