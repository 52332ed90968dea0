import type { HttpContext } from '@adonisjs/core/http'
import { frenchCsv } from '#lib/sheets/csv'
import { here } from '#web/here'
import Elimination from '../eliminations/elimination.js'
import { giveUp, openElimination } from '../eliminations/open_elimination.js'
import {
  eliminationScreen,
  eliminationsScreen,
  eliminationTable,
} from '../screens/elimination_screen.js'

/** What may be destroyed: proposed, never done by itself, and never without the visa of the archives. */
export default class EliminationsController {
  async index(ctx: HttpContext) {
    return ctx.view.render('ged/eliminations', await eliminationsScreen(ctx))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a list is written of what may go today, beside the others
    const { id: elimination } = await openElimination(ctx)
    return ctx.response.redirect(here('ged.eliminations.show', { tenant: ctx.tenant, elimination }))
  }

  async show(ctx: HttpContext) {
    const elimination = await Elimination.get(ctx.params.elimination)
    return ctx.view.render('ged/elimination', await eliminationScreen(ctx, elimination))
  }

  async file(ctx: HttpContext) {
    const { params, response } = ctx
    const elimination = await Elimination.get(params.elimination)
    const name = `bordereau-d-elimination-${elimination.openedAt.toISODate()}.csv`
    response.header('content-type', 'text/csv; charset=utf-8')
    response.header('content-disposition', `attachment; filename="${name}"`)
    return response.send(frenchCsv(await eliminationTable(ctx, elimination)))
  }

  async destroy(ctx: HttpContext) {
    await giveUp(await Elimination.hold(ctx.params.elimination), ctx.actor)
    ctx.session.flash('success', 'Le bordereau est abandonné : rien n’est détruit.')
    return ctx.response.redirect(here('ged.eliminations.index', { tenant: ctx.tenant }))
  }
}
