import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { nodeFor } from '../access/allowed.js'
import { CommentMissing, NodeMissing } from '../errors.js'
import type Node from '../nodes/node.js'
import Comment, { MOST_ANSWERS } from './comment.js'
import { TooManyAnswers } from './errors.js'
import { placeOfNote } from './place_of_note.js'
import type { CommentAsked } from './read_comment.js'
import { namedIn, tellNamed } from './tell_named.js'

/** A document that the person of a request may read. @throws E_GED_MISSING */
export async function documentToComment(ctx: HttpContext, id: string): Promise<Node> {
  const { node } = await nodeFor(ctx, id)
  if (node.kind !== 'document') throw new NodeMissing()
  return node
}

/**
 * Writes what a person says of a document that she reads, on one of its pages or in answer to
 * another; each member whom she names is told once. The journal keeps that it was said, and its digest.
 * @throws E_GED_MENTION, E_GED_NOTE…, E_GED_ANSWERS at the field, E_GED_COMMENT_MISSING
 */
export async function writeComment(
  node: Node,
  { body, answers, place }: CommentAsked,
  { actor }: HttpContext
): Promise<Comment> {
  const named = await namedIn(body, node)
  const answersId = answers ? await beginningOf(node, answers) : null
  // An answer stands where what it answers was laid
  const { versionId, page, area } = await placeOfNote(node, answersId ? undefined : place)
  const comment = await Comment.create({
    ...{ nodeId: node.id, authorId: actor.id!, body, at: clock.now(), withdrawnAt: null },
    ...{ answersId, versionId, page, area },
  })
  const sha256 = createHash('sha256').update(body).digest('hex')
  const data = {
    ...{ comment: comment.id, sha256 },
    ...(answersId && { answers: answersId }),
    ...(page && { version: versionId, page }),
  }
  await journal.append({ type: 'ged.commented', subject: node.ref, actor, data })
  for (const personId of named) if (personId !== actor.id) await tellNamed(personId, node)
  return comment
}

/** What begins the conversation of a comment, held: it is answered no more than so many times. */
async function beginningOf({ id: nodeId }: Node, answered: string): Promise<string> {
  const comment = await Comment.hold(answered)
  const first = comment.answersId ? await Comment.hold(comment.answersId) : comment
  if (first.nodeId !== nodeId) throw new CommentMissing()
  if ((await Comment.answersTo([first.id])).length >= MOST_ANSWERS) {
    throw new TooManyAnswers(MOST_ANSWERS).at('body')
  }
  return first.id
}
