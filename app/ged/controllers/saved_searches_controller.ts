import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { savedSearchScreen } from '../screens/saved_search_screen.js'
import { forgetSearch, newSearch, saveSearch } from '../searches/save_search.js'
import { searchFor, searchToForget } from '../searches/visible_searches.js'

/** What one searches often, under a name. */
export default class SavedSearchesController {
  async show(ctx: HttpContext) {
    const { search, decides } = await searchFor(ctx, ctx.params.search)
    return ctx.view.render('ged/saved_search', await savedSearchScreen(ctx, search, decides))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a search is kept beside the others
    const { id, name } = await saveSearch(ctx, await ctx.request.validateUsing(newSearch))
    ctx.session.flash('success', `La recherche « ${name} » est gardée.`)
    const { tenant } = ctx
    return ctx.response.redirect(here('ged.saved_searches.show', { tenant, search: id }))
  }

  async destroy(ctx: HttpContext) {
    const search = await searchToForget(ctx, ctx.params.search)
    await forgetSearch(search, ctx)
    ctx.session.flash('success', `La recherche « ${search.name} » est oubliée.`)
    return ctx.response.redirect(here('ged.spaces.index', { tenant: ctx.tenant }))
  }
}
