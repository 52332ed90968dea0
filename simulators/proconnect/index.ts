import { startProvider, type Algorithm, type RunningProvider } from '../oidc/index.js'
import { accountOf, PROFESSIONALS, SCOPES, type Professional } from './people.js'

export type { Professional } from './people.js'

/** What a service and ProConnect agreed on in the demonstration. */
export const PROCONNECT_CLIENT = { id: 'halle-proconnect', secret: 'secret de démonstration' }

/** Of August 2026; older integrations have other words, which is why a service keeps them as settings. */
export const PROCONNECT_ACR = [
  ...['eidas0', 'eidas0-mfa', 'eidas1', 'eidas1-mfa', 'eidas2', 'eidas3'],
  'https://proconnect.gouv.fr/assurance/certification-dirigeant',
]

export interface ProConnectOptions {
  redirectUris: string[]
  logoutUris: string[]
  port?: number
  professionals?: Professional[]
  idTokenAlg?: Algorithm
  userinfoAlg?: Algorithm
  slowMs?: number
  clock?: () => number
}

/** ProConnect on this machine: as FranceConnect, with the `siret` of one's work, and no unknown parameter. */
export function start(options: ProConnectOptions): Promise<RunningProvider> {
  const { redirectUris, logoutUris } = options
  return startProvider({
    name: 'ProConnect',
    accounts: (options.professionals ?? PROFESSIONALS).map(accountOf),
    clients: [
      {
        ...PROCONNECT_CLIENT,
        redirectUris,
        logoutUris,
        idTokenAlg: options.idTokenAlg ?? 'RS256',
        userinfoAlg: options.userinfoAlg ?? 'RS256',
      },
    ],
    acrValues: PROCONNECT_ACR,
    scopes: SCOPES,
    required: ['scope', 'state', 'nonce'],
    takesUnknownParameters: false,
    codeSeconds: 30,
    tokenSeconds: 60,
    port: options.port,
    slowMs: options.slowMs,
    clock: options.clock,
  })
}
