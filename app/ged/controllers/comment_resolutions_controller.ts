import type { HttpContext } from '@adonisjs/core/http'
import { reopenComment, resolveComment } from '../comments/settle_comment.js'

/** That a conversation beside a document is settled. */
export default class CommentResolutionsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: said twice, it changes nothing more
    await resolveComment(ctx, ctx.params.comment)
    ctx.session.flash('success', 'Ce commentaire est résolu.')
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    await reopenComment(ctx, ctx.params.comment)
    ctx.session.flash('success', 'Ce commentaire est rouvert.')
    return ctx.response.redirect().back()
  }
}
