import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { forgetView, lastBatch, listFile, runBatch, saveView } from '#web/list/index'
import { depositList } from '../screens/deposit_list_screen.js'

const baseOf = ({ tenant }: HttpContext) => here('archiving.deposits.index', { tenant })

/** The list of deposits as a file, as views that one finds again, and one gesture on several of them. */
export default class DepositListsController {
  async show(ctx: HttpContext) {
    return listFile(ctx, depositList(baseOf(ctx)))
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, depositList(baseOf(ctx)), baseOf(ctx))
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, depositList(baseOf(ctx)), baseOf(ctx))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: only a deposit that failed starts again, and the archive is read at any time
    return runBatch(ctx, depositList(baseOf(ctx)), baseOf(ctx))
  }

  async done(ctx: HttpContext) {
    const batch = lastBatch(ctx, depositList(baseOf(ctx)), baseOf(ctx))
    if (!batch) return ctx.response.redirect(baseOf(ctx))
    return ctx.view.render('archiving/batch', { batch })
  }
}
