import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { forgetView, saveView } from '#web/list/index'
import { acteList } from '../screens/acte_list_screen.js'

/** The list of actes as somebody wants to find it again. */
export default class ActeViewsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    const base = here('actes.actes.index', { tenant: ctx.tenant })
    return saveView(ctx, acteList(base), base)
  }

  async destroy(ctx: HttpContext) {
    const base = here('actes.actes.index', { tenant: ctx.tenant })
    return forgetView(ctx, acteList(base), base)
  }
}
