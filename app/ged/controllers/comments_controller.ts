import type { HttpContext } from '@adonisjs/core/http'
import {
  documentToComment,
  newComment,
  withdrawComment,
  writeComment,
} from '../comments/write_comment.js'

/** What is said of a document, beside it. */
export default class CommentsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: a comment is added after the others
    const node = await documentToComment(ctx, ctx.params.id)
    const { body } = await ctx.request.validateUsing(newComment)
    await writeComment(node, body, ctx)
    ctx.session.flash('success', 'Votre commentaire est écrit.')
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    await withdrawComment(ctx, ctx.params.comment)
    ctx.session.flash('success', 'Votre commentaire est retiré.')
    return ctx.response.redirect().back()
  }
}
