import type { HttpContext } from '@adonisjs/core/http'
import { holdToLift, liftHold, newHold, nodeToHold, placeHold } from '../holds/place_hold.js'
import { holdsScreen } from '../screens/holds_screen.js'

/** What is frozen: neither changed nor thrown away until somebody lifts it. */
export default class HoldsController {
  async index(ctx: HttpContext) {
    return ctx.view.render('ged/holds', await holdsScreen(ctx))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a hold is placed beside the others
    const node = await nodeToHold(ctx, ctx.params.id)
    const { reason } = await ctx.request.validateUsing(newHold)
    await placeHold(node, reason, ctx.actor)
    ctx.session.flash('success', `« ${node.name} » est gelé : rien n’y change plus.`)
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    await liftHold(await holdToLift(ctx, ctx.params.hold), ctx.actor)
    ctx.session.flash('success', 'Le gel est levé.')
    return ctx.response.redirect().back()
  }
}
