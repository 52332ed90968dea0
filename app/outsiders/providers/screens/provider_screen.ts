import type { Meaning } from '#lib/meaning'
import type IdentityProvider from '../provider.js'

/** What the forms of a provider offer. */
export const choices = {
  kinds: [
    { value: 'franceconnect', label: 'FranceConnect' },
    { value: 'proconnect', label: 'ProConnect' },
    { value: 'other', label: 'Autre fournisseur OpenID Connect' },
  ],
  clientAuths: [
    { value: 'client_secret_post', label: 'Par un secret partagé' },
    { value: 'private_key_jwt', label: 'Par une clé privée (private_key_jwt)' },
  ],
  idTokenAlgs: ['HS256', 'ES256', 'RS256'].map((value) => ({ value, label: value })),
  userinfoAlgs: [
    ...['ES256', 'RS256', 'HS256'].map((value) => ({ value, label: value })),
    { value: 'none', label: 'Pas de signature' },
  ],
}

/** Whether it serves, and what its last trial said, as the list shows it. */
export function providerState(provider: IdentityProvider): { label: string; meaning: Meaning } {
  if (!provider.isEnabled) return { label: 'Fermé', meaning: 'plain' }
  if (provider.triedWell === null) return { label: 'À essayer', meaning: 'waiting' }
  return provider.triedWell
    ? { label: 'Répond', meaning: 'done' }
    : { label: 'À régler', meaning: 'trouble' }
}
