import type { HttpContext } from '@adonisjs/core/http'
import { lastBatch, runBatch } from '#web/list/index'
import { deskOf } from '../desk/desk_of.js'

/** One gesture on several folders, and what it did to each. */
export default class FolderBatchesController {
  async store(ctx: HttpContext) {
    // Compared with nothing: the state of each folder refuses what is no longer to be done
    return runBatch(ctx, ...(await deskOf(ctx)))
  }

  async show(ctx: HttpContext) {
    const [list, base] = await deskOf(ctx)
    const batch = lastBatch(ctx, list, base)
    if (!batch) return ctx.response.redirect(base)
    return ctx.view.render('parapheur/batch', { batch })
  }
}
