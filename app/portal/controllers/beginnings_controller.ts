import type { HttpContext } from '@adonisjs/core/http'
import { beginningsFor } from '#web/beginnings'

/** « Premiers pas »: what is done once, by whoever is new here and for a member that is. */
export default class BeginningsController {
  async show(ctx: HttpContext) {
    return ctx.view.render('portal/beginnings', { beginnings: await beginningsFor(ctx) })
  }
}
