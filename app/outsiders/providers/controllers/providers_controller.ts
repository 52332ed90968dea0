import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { mustBeCurrent, seenIn } from '#web/forms/shared_form'
import { exitAddress, returnAddress } from '../client/addresses.js'
import { publicKeyOf } from '../client/presented.js'
import IdentityProvider from '../provider.js'
import { sealed } from '../provider_secrets.js'
import { choices, providerState } from '../screens/provider_screen.js'
import { sharedProvider } from '../shared_provider.js'
import { newSlugIn, wantedIn, type WantedProvider } from '../validator.js'

const LIST = '/exploitation/identites'

/** Who may tell us who somebody is: settings of the operator, tried with one button. */
export default class ProvidersController {
  async index({ view }: HttpContext) {
    const providers = await IdentityProvider.query().orderBy('label').orderBy('id')
    return view.render('outsiders/providers/index', {
      providers: providers.map((provider) => ({ provider, state: providerState(provider) })),
    })
  }

  async create({ view }: HttpContext) {
    return view.render('outsiders/providers/create', { choices })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: nobody has seen yet what it opens
    const slug = await newSlugIn(ctx)
    const wanted = await wantedIn(ctx)
    const provider = new IdentityProvider().fill({ slug, clientSecret: sealed('') })
    await keep(provider, wanted)
    ctx.session.flash('success', 'Le fournisseur est enregistré. Essayez-le.')
    return ctx.response.redirect(`${LIST}/${provider.id}`)
  }

  async edit({ params, view }: HttpContext) {
    const provider = await IdentityProvider.get(params.id)
    const shared = sharedProvider(provider)
    return view.render('outsiders/providers/edit', {
      provider,
      choices,
      standing: providerState(provider),
      addresses: { back: returnAddress(provider), exit: exitAddress(provider) },
      shared: { form: shared.key, seen: seenIn(shared) },
      publicKey: provider.signer && JSON.stringify(await publicKeyOf(provider.signer)),
    })
  }

  async update(ctx: HttpContext) {
    const provider = await IdentityProvider.get(ctx.params.id)
    const wanted = await wantedIn(ctx, provider)
    await mustBeCurrent(ctx, sharedProvider(provider))
    await keep(provider, wanted)
    ctx.session.flash('success', 'Le fournisseur est enregistré. Essayez-le.')
    return ctx.response.redirect(`${LIST}/${provider.id}`)
  }
}

async function keep(provider: IdentityProvider, wanted: WantedProvider): Promise<void> {
  const { clientSecret, decryptionKey, signingKey, ...plain } = wanted
  provider.merge(plain)
  if (clientSecret) provider.clientSecret = sealed(clientSecret)
  if (decryptionKey) provider.decryptionKey = sealed(decryptionKey)
  if (signingKey) provider.signingKey = sealed(signingKey)
  // What was tried was another setting
  await provider.merge({ triedAt: null, triedWell: null, triedSaid: null }).save()
  logger.info({ event: 'provider_saved', slug: provider.slug }, 'a provider of identities changed')
}
