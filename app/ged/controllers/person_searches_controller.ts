import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import PersonSearch from '../privacy/person_search.js'
import { forgetPersonSearch, newPersonSearch, searchPerson } from '../privacy/search_person.js'
import { personScreen, personsScreen } from '../screens/person_search_screen.js'

/** What is kept of a person: looked for by whoever answers for personal data, and written down. */
export default class PersonSearchesController {
  async index(ctx: HttpContext) {
    return ctx.view.render('ged/privacy/persons', await personsScreen(ctx))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a search is made beside the others
    const asked = await ctx.request.validateUsing(newPersonSearch)
    const { id: person } = await searchPerson(asked, ctx.actor)
    return ctx.response.redirect(here('ged.person_searches.show', { tenant: ctx.tenant, person }))
  }

  async show(ctx: HttpContext) {
    const search = await PersonSearch.of(ctx.actor.id!, ctx.params.person)
    return ctx.view.render('ged/privacy/person', await personScreen(ctx, search))
  }

  async destroy(ctx: HttpContext) {
    await forgetPersonSearch(await PersonSearch.of(ctx.actor.id!, ctx.params.person), ctx.actor)
    ctx.session.flash('success', 'Cette recherche est oubliée.')
    return ctx.response.redirect(here('ged.person_searches.index', { tenant: ctx.tenant }))
  }
}
