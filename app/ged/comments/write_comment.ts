import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { membersHere } from '#kernel/people/members'
import { membershipOf } from '#kernel/people/memberships'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import { tellHappened } from '#web/messages/happened'
import { agentHere, levelsOf } from '../access/reader.js'
import { nodeFor } from '../access/allowed.js'
import { CommentMissing, MentionRefused, NodeMissing } from '../errors.js'
import type Node from '../nodes/node.js'
import { mentionsIn } from '../rules/mentions.js'
import Comment from './comment.js'

/** What a comment asks for. */
export const newComment = vine.create({ body: vine.string().trim().minLength(1).maxLength(4000) })

/** A document that the person of a request may read. @throws E_GED_MISSING */
export async function documentToComment(ctx: HttpContext, id: string): Promise<Node> {
  const { node } = await nodeFor(ctx, id)
  if (node.kind !== 'document') throw new NodeMissing()
  return node
}

/**
 * Writes what a person says of a document that she reads; each member whom she names is told once.
 * The journal keeps that it was said, and its digest. @throws E_GED_MENTION at the field
 */
export async function writeComment(
  node: Node,
  body: string,
  { actor }: HttpContext
): Promise<Comment> {
  const named = await namedIn(body, node)
  const comment = await Comment.create({
    ...{ nodeId: node.id, authorId: actor.id!, body, at: clock.now(), withdrawnAt: null },
  })
  const sha256 = createHash('sha256').update(body).digest('hex')
  const data = { comment: comment.id, sha256 }
  await journal.append({ type: 'ged.commented', subject: node.ref, actor, data })
  for (const personId of named) if (personId !== actor.id) await tellNamed(personId, node)
  return comment
}

/** Whom a comment names, each once: all of them read the document. */
async function namedIn(body: string, { accessId }: Node): Promise<Set<string>> {
  if (!body.includes('@')) return new Set()
  const members = (await membersHere()).filter(({ state }) => state === 'active')
  const people = members.map(({ userId: id, fullName: name }) => ({ id, name }))
  const named = new Set<string>()
  for (const { personId, said } of mentionsIn(body, people)) {
    if (!personId) {
      throw new MentionRefused(
        `Personne ici ne s’appelle « ${said} » : après @, écrivez un prénom et un nom.`
      ).at('body')
    }
    named.add(personId)
  }
  for (const id of named) {
    const membership = await membershipOf(id)
    const levels = membership ? await levelsOf(agentHere(membership)) : new Map()
    if (levels.has(accessId)) continue
    const { name } = people.find((one) => one.id === id)!
    throw new MentionRefused(`${name} ne lit pas ce document, et ne verrait pas ceci.`).at('body')
  }
  return named
}

/** A mail goes through machines that are not ours: it names neither the document nor who speaks. */
async function tellNamed(personId: string, { id }: Node): Promise<void> {
  const tenant = await tenants.current()
  await tellHappened(personId, {
    ...{ capability: 'ged', subjectId: id, words: 'Un commentaire sur un document vous nomme' },
    url: here('ged.documents.show', { tenant, id }),
  })
}

/** Takes back what its author said; that it was said stays. @throws E_GED_COMMENT_MISSING */
export async function withdrawComment(ctx: HttpContext, id: string): Promise<Node> {
  const comment = await Comment.hold(id)
  const node = await documentToComment(ctx, comment.nodeId)
  if (comment.authorId !== ctx.actor.id || comment.withdrawnAt) throw new CommentMissing()
  await comment.merge({ body: null, withdrawnAt: clock.now() }).save()
  const data = { comment: comment.id }
  await journal.append({
    ...{ type: 'ged.comment_withdrawn', subject: node.ref, actor: ctx.actor, data },
  })
  return node
}
