import type { HttpContext } from '@adonisjs/core/http'
import { carryOut, visaGiven } from '../eliminations/carry_out.js'
import Elimination from '../eliminations/elimination.js'

/** The visa of the archives on a list, by which what it names goes. */
export default class EliminationVisasController {
  async store(ctx: HttpContext) {
    // Compared with nothing: the list is held, and has its visa once
    const elimination = await Elimination.hold(ctx.params.elimination)
    const { thrown, kept } = await carryOut(
      ctx,
      elimination,
      await ctx.request.validateUsing(visaGiven)
    )
    const stays =
      kept > 0 ? ` ; ${kept} ${kept > 1 ? 'restent' : 'reste'}, la liste dit lesquels` : ''
    const gone = thrown > 1 ? `${thrown} documents sont` : `${thrown} document est`
    ctx.session.flash('success', `${gone} à la corbeille pour trente jours${stays}.`)
    return ctx.response.redirect().back()
  }
}
