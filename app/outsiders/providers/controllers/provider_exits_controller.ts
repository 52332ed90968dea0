import type { HttpContext } from '@adonisjs/core/http'
import IdentityProvider from '../provider.js'
import { takeExit } from '../provider_session.js'

/** The way out, to the provider and back: our own session is closed already. */
export default class ProviderExitsController {
  async show(ctx: HttpContext) {
    const exit = takeExit(ctx)
    if (!exit) return ctx.response.redirect('/')
    const title = 'Vous êtes déconnecté de Halle'
    return ctx.view.render('outsiders/providers/onward', { provider: exit, url: exit.url, title })
  }

  async update({ params, session, response }: HttpContext) {
    const { label } = await IdentityProvider.named(params.provider)
    session.flash('success', `Vous êtes déconnecté de Halle et de ${label}.`)
    return response.redirect('/')
  }
}
