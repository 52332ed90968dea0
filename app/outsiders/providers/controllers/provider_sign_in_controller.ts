import type { HttpContext } from '@adonisjs/core/http'
import { attemptProvider, providerSucceeded } from '#identity'
import { doorKind } from '#app/outsiders/doors/door'
import { faultOf, ownPath } from '#lib/oidc'
import { begin } from '../client/begin.js'
import { finish } from '../client/finish.js'
import { showFault } from '../failing.js'
import { keepPending, takePending } from '../pending.js'
import IdentityProvider, { type Door } from '../provider.js'
import { ProviderMissing } from '../errors.js'
import { receive } from '../receive.js'

/** The way out to a provider, and the way back. */
export default class ProviderSignInController {
  /** GET, for a form may lead to no other site (`form-action`); it changes this browser's session alone. */
  async show(ctx: HttpContext) {
    const { request, response } = ctx
    const provider = await IdentityProvider.named(ctx.params.provider)
    const door: Door = request.input('porte') === 'agent' ? 'agent' : 'person'
    if (!provider.opensDoor(door)) throw new ProviderMissing()
    await attemptProvider(ctx, provider.slug)
    try {
      const { url, ...begun } = await begin(provider)
      const wanted = rememberable(ownPath(request.input('retour')))
      const nobody = { userId: null, linkTo: null }
      keepPending(ctx, { ...begun, ...nobody, providerId: provider.id, purpose: door, wanted })
      return response.redirect(url)
    } catch (error) {
      return showFault(ctx, provider, door, faultOf(error), error)
    }
  }

  async update(ctx: HttpContext) {
    const provider = await IdentityProvider.named(ctx.params.provider)
    const query = new URLSearchParams(ctx.request.parsedUrl.query ?? '')
    const pending = takePending(ctx, provider, query.get('state'))
    if (!pending) return nothingBegan(ctx, provider)
    const { purpose } = pending
    const finished = await finish(provider, query, pending)
    if (!finished.ok) return showFault(ctx, provider, purpose, finished.fault, finished.error)
    await providerSucceeded(ctx, provider.slug)
    return receive(ctx, provider, pending, finished)
  }
}

/** A browser keeps no cookie beyond 4,096 bytes (RFC 6265 §6.1): better lose the page than the sign-in. */
const rememberable = (path: string | null) => (path && path.length <= 1_000 ? path : null)

/** The button « back » brings her here again: whoever is in stays in, as herself. */
function nothingBegan(ctx: HttpContext, provider: IdentityProvider) {
  const kind = doorKind(ctx.session)
  if (kind === null) return showFault(ctx, provider, 'person', 'not_begun_here')
  return ctx.response.redirect(kind === 'agent' ? '/' : '/moi')
}
