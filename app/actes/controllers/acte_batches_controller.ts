import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { lastBatch, runBatch } from '#web/list/index'
import { acteList } from '../screens/acte_list_screen.js'

/** One gesture on several actes, and what it did to each. */
export default class ActeBatchesController {
  async store(ctx: HttpContext) {
    // Compared with nothing: the state of each acte refuses what is no longer to be done
    const base = here('actes.actes.index', { tenant: ctx.tenant })
    return runBatch(ctx, acteList(base), base)
  }

  async show(ctx: HttpContext) {
    const base = here('actes.actes.index', { tenant: ctx.tenant })
    const batch = lastBatch(ctx, acteList(base), base)
    if (!batch) return ctx.response.redirect(base)
    return ctx.view.render('actes/actes/batch', { batch })
  }
}
