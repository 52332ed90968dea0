import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Inlet from '../inlets/inlet.js'
import { closeInlet, newInletOf } from '../inlets/new_inlet.js'
import { inletScreen, inletsScreen } from '../screens/inlets_screen.js'

/** The ways by which papers come in by themselves: folders of scans, mailboxes. */
export default class InletsController {
  async index(ctx: HttpContext) {
    return ctx.view.render('ged/inlets', await inletsScreen(ctx))
  }

  async show(ctx: HttpContext) {
    const inlet = await Inlet.get(ctx.params.inlet)
    return ctx.view.render('ged/inlet', await inletScreen(ctx, inlet))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: an arrival is added beside the others, and its twin is refused
    const { id: inlet } = await newInletOf(ctx)
    ctx.session.flash('success', 'L’arrivée est ouverte. Essayez-la, puis laissez-la travailler.')
    return ctx.response.redirect(here('ged.inlets.show', { tenant: ctx.tenant, inlet }))
  }

  async destroy(ctx: HttpContext) {
    await closeInlet(await Inlet.get(ctx.params.inlet), ctx)
    ctx.session.flash('success', 'L’arrivée est fermée : ce qui est déjà rangé reste à sa place.')
    return ctx.response.redirect(here('ged.inlets.index', { tenant: ctx.tenant }))
  }
}
