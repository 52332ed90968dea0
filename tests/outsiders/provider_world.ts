import { appUrl } from '#config/app'
import IdentityProvider from '#app/outsiders/providers/provider'
import { sealed } from '#app/outsiders/providers/provider_secrets'
import { uuidv7 } from '#lib/values'
import { untilTheEnd } from '#tests/helpers/simulators'
import {
  FRANCECONNECT_CLIENT,
  start as startFranceConnect,
  type FranceConnectOptions,
} from '../../simulators/franceconnect/index.js'
import {
  PROCONNECT_CLIENT,
  start as startProConnect,
  type ProConnectOptions,
} from '../../simulators/proconnect/index.js'
import type { RunningProvider } from '../../simulators/oidc/index.js'

type Said = Partial<InstanceType<typeof IdentityProvider>['$attributes']>

/** The addresses that were agreed with a provider of that name. */
export const agreed = (slug: string) => ({
  redirectUris: [`${appUrl}/connexion/avec/${slug}/retour`],
  logoutUris: [`${appUrl}/connexion/avec/${slug}/sortie`],
})

/** A FranceConnect of a test, and how we are set for it; it ends with the run. */
export async function franceConnect(options: Partial<FranceConnectOptions> = {}, said: Said = {}) {
  const slug = String(said.slug ?? 'franceconnect')
  const simulator = await startFranceConnect({ ...agreed(slug), ...options })
  untilTheEnd(() => simulator.stop())
  const provider = new IdentityProvider().fill({
    slug,
    label: 'FranceConnect',
    kind: 'franceconnect',
    issuer: simulator.issuer,
    clientId: FRANCECONNECT_CLIENT.id,
    clientSecret: sealed(FRANCECONNECT_CLIENT.secret),
    scopes: 'openid identite_pivot preferred_username email',
    acrValues: ['eidas1'],
    idTokenAlg: options.idTokenAlg ?? 'ES256',
    userinfoAlg: options.userinfoAlg ?? 'ES256',
    clientAuth: 'client_secret_post',
    hasPkce: true,
    opensPersons: true,
    opensAgents: false,
    isEnabled: true,
    seconds: 1,
    ...said,
  })
  return { simulator, provider }
}

/** The same for ProConnect. */
export async function proConnect(options: Partial<ProConnectOptions> = {}, said: Said = {}) {
  const slug = String(said.slug ?? 'proconnect')
  const simulator = await startProConnect({ ...agreed(slug), ...options })
  untilTheEnd(() => simulator.stop())
  const provider = new IdentityProvider().fill({
    slug,
    label: 'ProConnect',
    kind: 'proconnect',
    issuer: simulator.issuer,
    clientId: PROCONNECT_CLIENT.id,
    clientSecret: sealed(PROCONNECT_CLIENT.secret),
    scopes: 'openid given_name usual_name email siret uid',
    acrValues: ['eidas1', 'eidas1-mfa'],
    idTokenAlg: 'RS256',
    userinfoAlg: 'RS256',
    clientAuth: 'client_secret_post',
    hasPkce: true,
    opensPersons: true,
    opensAgents: true,
    isEnabled: true,
    seconds: 1,
    ...said,
  })
  return { simulator, provider }
}

/**
 * What a person does at the provider: opens the page that we lead her to, says who she is (null: she
 * gives up), and is given back. The address where her browser lands.
 */
export async function chooses(url: string, login: string | null): Promise<URL> {
  const page = await fetch(url, { redirect: 'manual' })
  if (page.status === 303) return new URL(page.headers.get('location')!)
  const text = await page.text()
  const [, action] = /action="([^"]+)"/.exec(text) ?? []
  if (!action) throw new Error(`no choice at ${url}: ${page.status} ${text.slice(-200)}`)
  const body = new URLSearchParams(login === null ? { renonce: '1' } : { login })
  const back = await fetch(new URL(action, url), { method: 'POST', body, redirect: 'manual' })
  const location = back.headers.get('location')
  if (!location) throw new Error(`she stays there: ${back.status} ${await back.text()}`)
  return new URL(location)
}

export type { RunningProvider }

/** A name that no other spec has. */
export const anySlug = (kind: string) => `${kind}-${uuidv7().slice(-8)}`

/** A path of ours, as a browser asks it once it is given back. */
export const pathOf = ({ pathname, search }: URL): string => `${pathname}${search}`

/** The address where a page leads by itself: a form may lead to no other site. */
export function onwardIn(page: string): string | null {
  const [, url] = /url=(http[^"]+)"/.exec(page) ?? []
  return url?.replaceAll('&amp;', '&') ?? null
}
