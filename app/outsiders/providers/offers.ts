import { offerWays, onLeaving } from '#identity'
import IdentityProvider, { type Door, type ProviderKind } from './provider.js'
import { exitFrom, providerOfSession } from './provider_session.js'

const PARAMETER: Record<Door, string> = { agent: '?porte=agent', person: '' }

/** Where FranceConnect wants its users told what it is, under its button. Its logo is the operator's to ask for. */
const WHAT_IS: Partial<Record<ProviderKind, { label: string; href: string }>> = {
  franceconnect: { label: 'Qu’est-ce que FranceConnect ?', href: 'https://franceconnect.gouv.fr/' },
}

/** The providers that open a door, as its page offers them. */
export async function waysFor(door: Door) {
  const providers = await IdentityProvider.opening(door)
  return providers.map(({ kind, label, slug }) => ({
    label: `${kind === 'other' ? 'Continuer' : 'S’identifier'} avec ${label}`,
    href: `/connexion/avec/${slug}${PARAMETER[door]}`,
    what: WHAT_IS[kind],
  }))
}

offerWays(() => waysFor('agent'))

// Her provider closes its session after ours
onLeaving(async (ctx) => {
  const came = await providerOfSession(ctx)
  return came && exitFrom(ctx, came.provider, came.idToken)
})
