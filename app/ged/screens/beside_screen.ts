import type { HttpContext } from '@adonisjs/core/http'
import { people } from '#kernel/people'
import { cursorOf } from '#web/cursor'
import { here } from '#web/here'
import { levelsFor } from '../access/allowed.js'
import Comment from '../comments/comment.js'
import type Node from '../nodes/node.js'
import { reaches } from '../rules/levels.js'
import { RELATION_KINDS, RELATION_WORDS } from '../rules/relations.js'
import { relatedTo } from '../relations/relation.js'
import { cutsOf } from '../separators/cut.js'

/** What stands beside a document: what is said of it, and what it is to others. */
export async function besideScreen(ctx: HttpContext, node: Node, { isHeld }: { isHeld: boolean }) {
  const relations = await relationsOf(ctx, node)
  return {
    ...(await commentsOn(ctx, node)),
    ...relations,
    cut: await cutOf(ctx, node),
    // What is frozen is still spoken of, and says nothing new of itself
    relates: isHeld ? null : relations.relates,
  }
}

async function cutOf(ctx: HttpContext, { id }: Node) {
  const levels = await levelsFor(ctx)
  return (await cutsOf(ctx.tenant, [id], [...levels.keys()])).get(id) ?? null
}

async function commentsOn({ tenant, actor, request }: HttpContext, { id }: Node) {
  const { comments, next } = await Comment.pageOf(id, cursorOf(request, 'avant'))
  const names = await people.names(comments.map(({ authorId }) => authorId))
  return {
    comments: comments.map((comment) => ({
      by: names.get(comment.authorId) ?? 'Une personne partie',
      ...{ at: comment.at, body: comment.body },
      withdraws:
        comment.authorId === actor.id && comment.body !== null
          ? `${here('ged.comments.destroy', { tenant, comment: comment.id })}?_method=DELETE`
          : null,
    })),
    older: next && `?avant=${next}#commentaires`,
    speaks: here('ged.comments.store', { tenant, id }),
  }
}

async function relationsOf(ctx: HttpContext, node: Node) {
  const { tenant } = ctx
  const levels = await levelsFor(ctx)
  const related = await relatedTo(node.id, [...levels.keys()])
  const isEditor = (accessId: string) => reaches(levels.get(accessId) ?? null, 'editor')
  return {
    related: related.map(({ relation, isSaidHere, other }) => ({
      words: RELATION_WORDS[relation.kind][isSaidHere ? 'from' : 'to'],
      title: other.title,
      // A part is called by its pages already, unless somebody called it otherwise
      pages: relation.pages && !other.title.includes(relation.pages) ? relation.pages : null,
      leftBecause: isSaidHere ? relation.leftBecause : null,
      href: here('ged.documents.show', { tenant, id: other.id }),
      parts: isEditor(isSaidHere ? node.accessId : other.accessId)
        ? `${here('ged.relations.destroy', { tenant, relation: relation.id })}?_method=DELETE`
        : null,
    })),
    relates: isEditor(node.accessId) ? here('ged.relations.store', { tenant, id: node.id }) : null,
    relationKinds: RELATION_KINDS.map((value) => ({ value, label: RELATION_WORDS[value].from })),
  }
}
