import env from '#start/env'

const COMMON = {
  secret: 'secret de démonstration',
  hasPkce: true,
  opensPersons: true,
  isEnabled: true,
  seconds: 8,
} as const

const franceConnect = env.get('FRANCECONNECT_URL')
const proConnect = env.get('PROCONNECT_URL')

/** The providers that `npm start` simulates; a real deployment has its own, in its console. */
export const providersOfDemo = [
  ...(franceConnect
    ? [
        {
          ...COMMON,
          slug: 'franceconnect',
          label: 'FranceConnect',
          kind: 'franceconnect' as const,
          issuer: franceConnect,
          clientId: 'halle-franceconnect',
          scopes: 'openid identite_pivot preferred_username email',
          acrValues: ['eidas1'],
          idTokenAlg: 'ES256' as const,
          userinfoAlg: 'ES256' as const,
          opensAgents: false,
        },
      ]
    : []),
  ...(proConnect
    ? [
        {
          ...COMMON,
          slug: 'proconnect',
          label: 'ProConnect',
          kind: 'proconnect' as const,
          issuer: proConnect,
          clientId: 'halle-proconnect',
          scopes: 'openid given_name usual_name email siret uid',
          acrValues: ['eidas1', 'eidas1-mfa'],
          idTokenAlg: 'RS256' as const,
          userinfoAlg: 'RS256' as const,
          opensAgents: true,
        },
      ]
    : []),
]

/** Who says a code by telephone, and the key that it gave us; absent: no telephone opens a door. */
export const telephone = { url: env.get('TELEPHONE_URL'), key: env.get('TELEPHONE_KEY') }

/** INSEE's register of establishments, and the key that it gave us; absent: it is never asked. */
export const sirene = { url: env.get('SIRENE_URL'), key: env.get('SIRENE_KEY') }
