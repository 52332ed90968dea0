import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { nodeFor } from '../access/allowed.js'
import { CommentMissing } from '../errors.js'
import type Node from '../nodes/node.js'
import { reaches } from '../rules/levels.js'
import Comment from './comment.js'
import { documentToComment } from './write_comment.js'

/** Takes back what its author said, for herself or for who manages the place; that it was said stays. @throws E_GED_COMMENT_MISSING */
export async function withdrawComment(ctx: HttpContext, id: string): Promise<Node> {
  const comment = await Comment.hold(id)
  const { node, level } = await nodeFor(ctx, comment.nodeId)
  const { id: me } = ctx.actor
  const isHers = comment.authorId === me
  if (comment.withdrawnAt || !(isHers || reaches(level, 'manager'))) throw new CommentMissing()
  const withdrawnBy = isHers ? null : me!
  await comment.merge({ body: null, withdrawnAt: clock.now(), withdrawnBy }).save()
  await note('ged.comment_withdrawn', comment, node, ctx)
  return node
}

/** Says that a conversation is settled: whoever takes part in it may. @throws E_GED_COMMENT_MISSING */
export const resolveComment = (ctx: HttpContext, id: string): Promise<Comment> =>
  settle(ctx, id, { isOver: true })

/** Says that it is not. @throws E_GED_COMMENT_MISSING */
export const reopenComment = (ctx: HttpContext, id: string): Promise<Comment> =>
  settle(ctx, id, { isOver: false })

async function settle(ctx: HttpContext, id: string, { isOver }: { isOver: boolean }) {
  const comment = await Comment.hold(id)
  const node = await documentToComment(ctx, comment.nodeId)
  if (comment.answersId) throw new CommentMissing()
  // Twice the same changes nothing
  if ((comment.resolvedAt !== null) === isOver) return comment
  const [resolvedAt, resolvedBy] = isOver ? [clock.now(), ctx.actor.id!] : [null, null]
  await comment.merge({ resolvedAt, resolvedBy }).save()
  await note(isOver ? 'ged.comment_resolved' : 'ged.comment_reopened', comment, node, ctx)
  return comment
}

const note = (type: string, { id }: Comment, node: Node, { actor }: HttpContext) =>
  journal.append({ type, subject: node.ref, actor, data: { comment: id } })
