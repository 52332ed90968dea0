import type { HttpContext } from '@adonisjs/core/http'
import { forgetView, lastBatch, listFile, runBatch, saveView } from '#web/list/index'
import { memberList, MEMBERS } from './member_list.js'

/** The list of members as a file, as views that one finds again, and one gesture on several of them. */
export default class MemberBatchesController {
  async file(ctx: HttpContext) {
    return listFile(ctx, await memberList())
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, await memberList(), MEMBERS)
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, await memberList(), MEMBERS)
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: the state of each member refuses what is no longer to be done
    return runBatch(ctx, await memberList(), MEMBERS)
  }

  async show(ctx: HttpContext) {
    const batch = lastBatch(ctx, await memberList(), MEMBERS)
    if (!batch) return ctx.response.redirect(MEMBERS)
    return ctx.view.render('operator/batch', { batch, crumb: 'Membres' })
  }
}
