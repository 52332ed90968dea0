import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { adoptTable } from '../types/adopt_table.js'

/** What the instructions of the Archives de France say of the usual types, taken all at once. */
export default class StartingTablesController {
  async store(ctx: HttpContext) {
    // Compared with nothing: what a member has told of a type itself stays as it is
    const count = await adoptTable(ctx.actor)
    const types = count > 1 ? `${count} types disent` : 'Un type dit'
    ctx.session.flash(
      'success',
      count > 0
        ? `${types} maintenant ce que deviennent leurs documents.`
        : 'Rien ne change : ces types disaient déjà ce que deviennent leurs documents.'
    )
    return ctx.response.redirect(here('ged.types.index', { tenant: ctx.tenant }))
  }
}
