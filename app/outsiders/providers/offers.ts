import { offerWays, onLeaving } from '#identity'
import IdentityProvider, { type Door } from './provider.js'
import { exitFrom, providerOfSession } from './provider_session.js'

const PARAMETER: Record<Door, string> = { agent: '?porte=agent', person: '' }

/** The providers that open a door, as its page offers them. */
export async function waysFor(door: Door) {
  const providers = await IdentityProvider.opening(door)
  return providers.map(({ label, slug }) => ({
    label: `Continuer avec ${label}`,
    href: `/connexion/avec/${slug}${PARAMETER[door]}`,
  }))
}

offerWays(() => waysFor('agent'))

// Her provider closes its session after ours
onLeaving(async (ctx) => {
  const came = await providerOfSession(ctx)
  return came && exitFrom(ctx, came.provider, came.idToken)
})
