import type { HttpContext } from '@adonisjs/core/http'
import { forgetView, lastBatch, listFile, runBatch, saveView } from '#web/list/index'
import { here } from '#web/here'
import { memberList } from '#identity/member_list'

/** Those who work here as a file, as views that one finds again, and one gesture on several of them. */
export default class MemberListsController {
  async file(ctx: HttpContext) {
    return listFile(ctx, memberList(baseOf(ctx)))
  }

  async keep(ctx: HttpContext) {
    // Compared with nothing: a person names her own view, and nobody else can replace it
    return saveView(ctx, memberList(baseOf(ctx)), baseOf(ctx))
  }

  async forget(ctx: HttpContext) {
    return forgetView(ctx, memberList(baseOf(ctx)), baseOf(ctx))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: the state of each person refuses what is no longer to be done
    return runBatch(ctx, memberList(baseOf(ctx)), baseOf(ctx))
  }

  async show(ctx: HttpContext) {
    const batch = lastBatch(ctx, memberList(baseOf(ctx)), baseOf(ctx))
    if (!batch) return ctx.response.redirect(baseOf(ctx))
    return ctx.view.render('identity/members/batch', { batch })
  }
}

const baseOf = ({ tenant }: HttpContext) => here('identity.members.index', { tenant })
