import type { HttpContext } from '@adonisjs/core/http'
import { forgetOwnSearch, saveOwnSearch } from './own_search.js'
import { ownSearchesScreen, ownSearchScreen } from './own_searches_screen.js'
import { ownSearchForm } from './search_form.js'

export const OWN_SEARCHES = '/moi/recherches'

/** What somebody looks for, from her space: by mail, by her program, or both. */
export default class OwnSearchesController {
  async index({ door, view }: HttpContext) {
    return view.render('procurement/searches', await ownSearchesScreen(door.personId))
  }

  async show({ door, params, view }: HttpContext) {
    const screen = await ownSearchScreen(door.personId, params.alert, null)
    return view.render('procurement/search', screen)
  }

  /** The secret of its program is shown in this answer only. */
  async store(ctx: HttpContext) {
    // Compared with nothing: it saves one more, or finds the same there
    const typed = await ctx.request.validateUsing(ownSearchForm)
    const { pace, isMailed = false, webhook, ...criteria } = typed
    const { personId } = ctx.door
    const asked = { criteria, pace, isMailed, webhook }
    const { alert, secret, isNew } = await saveOwnSearch(personId, asked)
    if (secret) return showSecret(ctx, alert.id, secret)
    ctx.session.flash(
      'success',
      isNew ? 'Votre recherche est en cours.' : 'Vous aviez déjà cette recherche : elle continue.'
    )
    return ctx.response.redirect(OWN_SEARCHES)
  }

  async destroy({ door, params, response, session }: HttpContext) {
    // Compared with nothing: her own search, which is there or is not
    await forgetOwnSearch(door.personId, params.alert)
    session.flash('success', 'Cette recherche est oubliée.')
    return response.redirect(OWN_SEARCHES)
  }
}

/** Its page, with a secret that is never shown again. */
export async function showSecret({ door, view }: HttpContext, id: string, secret: string) {
  return view.render('procurement/search', await ownSearchScreen(door.personId, id, secret))
}
