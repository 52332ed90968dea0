import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { readComment } from '../comments/read_comment.js'
import { withdrawComment } from '../comments/settle_comment.js'
import { documentToComment, writeComment } from '../comments/write_comment.js'

/** What is said of a document, beside it. */
export default class CommentsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: a comment is added after the others
    const node = await documentToComment(ctx, ctx.params.id)
    const { answersId } = await writeComment(node, await readComment(ctx), ctx)
    ctx.session.flash(
      'success',
      answersId ? 'Votre réponse est écrite.' : 'Votre commentaire est écrit.'
    )
    const page = here('ged.documents.show', { tenant: ctx.tenant, id: node.id })
    return ctx.response.redirect(`${page}#commentaires`)
  }

  async destroy(ctx: HttpContext) {
    await withdrawComment(ctx, ctx.params.comment)
    ctx.session.flash('success', 'Ce commentaire est retiré.')
    return ctx.response.redirect().back()
  }
}
