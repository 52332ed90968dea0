import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { confirmPassword } from '#identity'
import { faultOf } from '#lib/oidc'
import AgentLogin from '../agents/agent_login.js'
import { untie } from '../agents/tie.js'
import { begin } from '../client/begin.js'
import { ProviderMissing } from '../errors.js'
import { showFault } from '../failing.js'
import { keepPending } from '../pending.js'
import IdentityProvider from '../provider.js'

const form = vine.create({ current_password: vine.string().maxLength(500) })

/** The providers by which an agent comes in too: she ties them herself, once she is in. */
export default class ProviderTiesController {
  async index({ auth, view }: HttpContext) {
    const ties = await AgentLogin.query().where('userId', auth.user!.id)
    const providers = await IdentityProvider.opening('agent')
    return view.render('outsiders/providers/ties', {
      providers: providers.map((provider) => ({
        provider,
        tie: ties.find(({ providerId }) => providerId === provider.id) ?? null,
      })),
    })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: her own account
    const { auth, params, request, view } = ctx
    const provider = await IdentityProvider.named(params.provider)
    if (!provider.opensDoor('agent')) throw new ProviderMissing()
    const { current_password: password } = await request.validateUsing(form)
    await confirmPassword(auth.user!, password)
    try {
      const { url, ...begun } = await begin(provider)
      const userId = auth.user!.id
      keepPending(ctx, {
        ...begun,
        providerId: provider.id,
        purpose: 'tie',
        wanted: null,
        linkTo: null,
        userId,
      })
      return view.render('outsiders/providers/onward', {
        provider,
        url,
        title: `Relier ${provider.label}`,
      })
    } catch (error) {
      return showFault(ctx, provider, 'agent', faultOf(error), error)
    }
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    // Compared with nothing: her own account
    const provider = await IdentityProvider.get(params.id)
    await untie(auth.user!, provider.id)
    session.flash('success', `${provider.label} n’ouvre plus votre compte.`)
    return response.redirect('/compte/fournisseurs')
  }
}
