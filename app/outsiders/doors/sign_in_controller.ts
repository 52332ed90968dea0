import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { waysFor } from '#app/outsiders/providers/offers'
import { exitOf } from '#app/outsiders/providers/provider_session'
import { doorAside, doorOf, shutDoor } from './door.js'
import { renewSession } from './open_door.js'
import { signIn } from './sign_in.js'

const form = vine.create({
  login: vine.string().trim().maxLength(254),
  password: vine.string().maxLength(500),
})

/** The door of whoever is no agent. */
export default class SignInController {
  async show({ session, view, response }: HttpContext) {
    if (doorOf(session)) return response.redirect('/moi')
    if (doorAside(session)) return response.redirect('/moi/porte')
    return view.render('outsiders/doors/sign_in', { ways: await waysFor('person') })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a person proves who she is
    const { login, password } = await ctx.request.validateUsing(form)
    return ctx.response.redirect(await signIn(ctx, login, password))
  }

  /** Leaves her door; an agent who waits keeps hers shut until she asks for it. */
  async destroy(ctx: HttpContext) {
    // Compared with nothing: a person leaves, from her own browser
    const left = await exitOf(ctx, doorOf(ctx.session))
    shutDoor(ctx.session)
    renewSession(ctx)
    ctx.session.flash('success', 'Vous êtes déconnecté. À bientôt.')
    return ctx.response.redirect(left?.() ?? '/moi/connexion')
  }
}
