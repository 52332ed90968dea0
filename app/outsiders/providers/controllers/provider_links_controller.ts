import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { mayChangeAccess } from '#app/outsiders/people/access'
import { faultOf } from '#lib/oidc'
import { begin } from '../client/begin.js'
import { ProviderMissing } from '../errors.js'
import { showFault } from '../failing.js'
import { keepPending } from '../pending.js'
import IdentityProvider from '../provider.js'

const form = vine.create({ current_password: vine.string().maxLength(500).optional() })

/** Somebody outside who is in ties a provider to her account: from then on it opens it. */
export default class ProviderLinksController {
  async store(ctx: HttpContext) {
    // Compared with nothing: her own account
    const { door, params, request, view } = ctx
    const provider = await IdentityProvider.named(params.provider)
    if (!provider.opensDoor('person')) throw new ProviderMissing()
    const { current_password: secret } = await request.validateUsing(form)
    await mayChangeAccess(ctx, secret)
    try {
      const { url, ...begun } = await begin(provider)
      const back = { wanted: '/moi/comptes', userId: null, linkTo: door.personId }
      keepPending(ctx, { ...begun, ...back, providerId: provider.id, purpose: 'person' })
      const title = `Relier ${provider.label}`
      return view.render('outsiders/providers/onward', { provider, url, title })
    } catch (error) {
      return showFault(ctx, provider, 'person', faultOf(error), error)
    }
  }
}
