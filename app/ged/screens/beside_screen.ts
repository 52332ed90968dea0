import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { levelsFor } from '../access/allowed.js'
import type Node from '../nodes/node.js'
import type Version from '../nodes/version.js'
import { type Level, reaches } from '../rules/levels.js'
import { RELATION_KINDS, RELATION_WORDS } from '../rules/relations.js'
import { relatedTo } from '../relations/relation.js'
import { cutsOf } from '../separators/cut.js'
import { commentsOn } from './comments_screen.js'

/** What stands beside a document: what is said of it, and what it is to others. */
export async function besideScreen(
  ctx: HttpContext,
  node: Node,
  { isHeld, ...seen }: { isHeld: boolean; level: Level; versions: Version[] }
) {
  const relations = await relationsOf(ctx, node)
  return {
    ...(await commentsOn(ctx, node, seen)),
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
