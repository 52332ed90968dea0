import type { HttpContext } from '@adonisjs/core/http'
import { forgetView, lastBatch, listFile, runBatch, saveView } from '#web/list/index'
import { trashBase, trashListOf } from '../screens/trash_screen.js'

/** The trash as a file, and one gesture on several lines of it. */
export default class TrashListsController {
  async file(ctx: HttpContext) {
    return listFile(ctx, await trashListOf(ctx))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: what was put back already is not in the trash any more
    return runBatch(ctx, await trashListOf(ctx), trashBase(ctx))
  }

  async show(ctx: HttpContext) {
    const batch = lastBatch(ctx, await trashListOf(ctx), trashBase(ctx))
    if (!batch) return ctx.response.redirect(trashBase(ctx))
    return ctx.view.render('ged/batch', { batch, title: 'Corbeille' })
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, await trashListOf(ctx), trashBase(ctx))
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, await trashListOf(ctx), trashBase(ctx))
  }
}
