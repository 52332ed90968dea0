import type { SharedForm } from '#web/forms/shared_form'
import type IdentityProvider from './provider.js'

/** The form of a provider, which two operators may have open; its secrets are compared, never shown. */
export const sharedProvider = (provider: IdentityProvider): SharedForm => ({
  key: `exploitation:fournisseur:${provider.id}`,
  what: 'ce fournisseur',
  stored: {
    label: provider.label,
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    decryptionKey: provider.decryptionKey,
    clientAuth: provider.clientAuth,
    signingKey: provider.signingKey,
    scopes: provider.scopes,
    acrValues: provider.acrValues.join(' '),
    idTokenAlg: provider.idTokenAlg,
    userinfoAlg: provider.userinfoAlg,
    seconds: provider.seconds,
    hasPkce: provider.hasPkce,
    opensPersons: provider.opensPersons,
    opensAgents: provider.opensAgents,
    isEnabled: provider.isEnabled,
  },
  labels: {
    label: 'Nom',
    issuer: 'Émetteur',
    clientId: 'Identifiant',
    scopes: 'Portées',
    acrValues: 'Niveaux de garantie',
  },
  last: null,
})
