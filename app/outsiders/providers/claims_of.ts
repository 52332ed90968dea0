import type { Claims } from '#app/outsiders/doors/claims'
import type { Finished } from './client/finish.js'
import type IdentityProvider from './provider.js'

/** Somebody whom a provider proves. */
export type Proven = Extract<Finished, { ok: true }>

/**
 * The same, in the words of the door of people outside. ProConnect alone vouches for where somebody
 * works: whatever another says of it proves nothing.
 */
export function claimsOf(provider: IdentityProvider, { identity, idToken }: Proven): Claims {
  const { kind, issuer, label } = provider
  const { birthcountry: birthCountry, ...said } = identity
  const siret = kind === 'proconnect' ? said.siret : null
  return { ...said, siret, birthCountry, issuer, provider: label, idToken }
}
