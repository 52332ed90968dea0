import type { JWK } from 'jose'
import { startProvider, type Algorithm, type RunningProvider } from '../oidc/index.js'
import { accountOf, CITIZENS, SCOPES, type Citizen } from './people.js'

export type { Citizen } from './people.js'

/** What a service and FranceConnect agreed on in the demonstration. */
export const FRANCECONNECT_CLIENT = { id: 'halle-franceconnect', secret: 'secret de démonstration' }

export interface FranceConnectOptions {
  redirectUris: string[]
  logoutUris: string[]
  port?: number
  /** Other people than ours. */
  citizens?: Citizen[]
  idTokenAlg?: Algorithm
  userinfoAlg?: Algorithm
  encryptionKey?: JWK
  assertionKey?: JWK
  slowMs?: number
  clock?: () => number
}

/**
 * FranceConnect v2 on this machine: `/api/v2/authorize`, `token`, `userinfo` (a signed JWT), `jwks`,
 * `session/end`. No password is asked: one chooses who one is.
 */
export function start(options: FranceConnectOptions): Promise<RunningProvider> {
  const { redirectUris, logoutUris, encryptionKey, assertionKey } = options
  return startProvider({
    name: 'FranceConnect',
    accounts: (options.citizens ?? CITIZENS).map(accountOf),
    clients: [
      {
        ...FRANCECONNECT_CLIENT,
        redirectUris,
        logoutUris,
        encryptionKey,
        assertionKey,
        idTokenAlg: options.idTokenAlg ?? 'ES256',
        userinfoAlg: options.userinfoAlg ?? 'ES256',
      },
    ],
    acrValues: ['eidas1', 'eidas2', 'eidas3'],
    scopes: SCOPES,
    required: ['scope', 'state', 'nonce', 'acr_values'],
    takesUnknownParameters: true,
    codeSeconds: 30,
    tokenSeconds: 60,
    port: options.port,
    slowMs: options.slowMs,
    clock: options.clock,
  })
}
