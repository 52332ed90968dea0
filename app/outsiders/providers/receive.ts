import type { HttpContext } from '@adonisjs/core/http'
import User from '#kernel/people/user'
import { doorOf } from '#app/outsiders/doors/door'
import { identified } from '#app/outsiders/doors/identified'
import { enterAgent } from './agents/enter.js'
import { tie } from './agents/tie.js'
import { claimsOf, type Proven } from './claims_of.js'
import { showFault, showSentence } from './failing.js'
import type { Pending } from './pending.js'
import type IdentityProvider from './provider.js'
import { keepProviderSession } from './provider_session.js'

/** Leads whoever is proven through the door that she asked for, and through no other. */
export async function receive(
  ctx: HttpContext,
  provider: IdentityProvider,
  pending: Pending,
  proven: Proven
) {
  const { purpose } = pending
  if (purpose === 'tie') return receiveTie(ctx, provider, pending, proven)
  // What the operator opened when she left may be shut when she is back
  if (!provider.opensDoor(purpose)) return showFault(ctx, provider, purpose, 'not_begun_here')
  if (purpose === 'person') return receivePerson(ctx, provider, pending, proven)
  return receiveAgent(ctx, provider, pending, proven)
}

async function receivePerson(
  ctx: HttpContext,
  provider: IdentityProvider,
  { wanted, linkTo }: Pending,
  proven: Proven
) {
  const isHers = linkTo === null || doorOf(ctx.session)?.personId === linkTo
  if (!isHers) return showFault(ctx, provider, 'person', 'not_begun_here')
  if (wanted) ctx.session.put('wanted_outside', wanted)
  if (linkTo) ctx.session.put('link_provider', linkTo)
  const came = await identified(ctx, claimsOf(provider, proven))
  ctx.session.forget('link_provider')
  if (came.outcome === 'refused') return showSentence(ctx, provider, 'person', came.sentence)
  return ctx.response.redirect(came.next)
}

async function receiveAgent(
  ctx: HttpContext,
  provider: IdentityProvider,
  { wanted }: Pending,
  { identity, acr, idToken }: Proven
) {
  if (wanted) ctx.session.put('wanted', wanted)
  const next = await enterAgent(ctx, provider, { sub: identity.sub, acr })
  if (next === null) return showSentence(ctx, provider, 'agent', NOT_TIED(provider.label))
  keepProviderSession(ctx, provider, idToken)
  return ctx.response.redirect(next)
}

const NOT_TIED = (label: string) =>
  `${label} vous connaît, mais aucun compte d’agent n’y est relié. Connectez-vous une fois avec votre mot de passe, puis reliez ${label} dans « Mon compte ».`

async function receiveTie(
  ctx: HttpContext,
  provider: IdentityProvider,
  { userId }: Pending,
  { identity }: Proven
) {
  const isHere = (await ctx.auth.check()) && ctx.auth.user!.id === userId
  const user = isHere ? await User.find(userId!) : null
  if (!user || !provider.opensDoor('agent')) {
    return showFault(ctx, provider, 'agent', 'not_begun_here')
  }
  if (await tie(user, provider, identity.sub)) {
    ctx.session.flash('success', `${provider.label} ouvre maintenant votre compte.`)
  } else {
    ctx.session.flash('error', `${provider.label} ouvre déjà le compte d’une autre personne.`)
  }
  return ctx.response.redirect('/compte/fournisseurs')
}
