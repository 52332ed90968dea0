import type { JWK } from 'jose'

export type Algorithm = 'HS256' | 'ES256' | 'RS256'

/** Somebody who has an account with the provider. */
export interface Account {
  login: string
  /** Who she is, when one person may come under several choices; her login unless said. */
  subject?: string
  /** As the page of the provider names her. */
  label: string
  claims: Record<string, unknown>
  /** Why the provider sends her back without an identity: its own code. */
  refusal?: string
}

/** A service that the provider knows: what was agreed with it beforehand. */
export interface Client {
  id: string
  secret: string
  redirectUris: string[]
  logoutUris: string[]
  idTokenAlg: Algorithm
  userinfoAlg: Algorithm
  /** Its public key, when it says who it is by assertions that it signs; its secret is then refused. */
  assertionKey?: JWK
  /** Its public key, when what is told of people is to be encrypted for it (RSA-OAEP-256). */
  encryptionKey?: JWK
}

/** What makes a provider this one rather than that one. */
export interface ProviderOptions {
  /** As its pages say: « FranceConnect ». */
  name: string
  accounts: Account[]
  clients: Client[]
  /** From the weakest to the strongest. */
  acrValues: string[]
  /** What each scope lets through. */
  scopes: Record<string, string[]>
  /** What the request for a sign-in must name, and what it may: whatever else is refused. */
  required: string[]
  /** When false, a parameter that it does not know is refused (ProConnect, Y000400). */
  takesUnknownParameters: boolean
  codeSeconds: number
  tokenSeconds: number
  port?: number
  /** How long an answer waits when it is told to be slow. */
  slowMs?: number
  clock?: () => number
}
