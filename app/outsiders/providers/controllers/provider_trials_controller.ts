import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { tryProvider } from '../client/trial.js'
import IdentityProvider from '../provider.js'

export default class ProviderTrialsController {
  async store({ params, response, session }: HttpContext) {
    // Compared with nothing: a second trial says no more than the first
    const provider = await IdentityProvider.get(params.id)
    const { well, said } = await tryProvider(provider)
    await provider.merge({ triedAt: clock.now(), triedWell: well, triedSaid: said }).save()
    session.flash(well ? 'success' : 'error', said)
    return response.redirect(`/exploitation/identites/${provider.id}`)
  }
}
