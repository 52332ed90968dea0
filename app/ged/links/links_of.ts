import type { HttpContext } from '@adonisjs/core/http'
import { pageOf } from '#lib/page_of'
import { levelsFor, nodeFor } from '../access/allowed.js'
import { LinkMissing, NotAllowed } from '../errors.js'
import Node from '../nodes/node.js'
import { reaches } from '../rules/levels.js'
import Link from './link.js'

const SHOWN = 50

/**
 * A node for who decides who reads it: she alone opens it to others, and nobody of another member does.
 * @throws E_GED_MISSING, E_GED_NOT_ALLOWED
 */
export async function managedNode(ctx: HttpContext, id: string): Promise<Node> {
  if (ctx.isGuest) throw new NotAllowed()
  return (await nodeFor(ctx, id, 'manager')).node
}

/** A link, locked, for whoever manages what it opens. @throws E_GED_LINK_MISSING */
export async function managedLink(ctx: HttpContext, id: string): Promise<Link> {
  const link = await Link.hold(id)
  const node = await Node.get(link.nodeId)
  const level = (await levelsFor(ctx)).get(node.accessId) ?? null
  if (ctx.isGuest || !reaches(level, 'manager')) throw new LinkMissing()
  return link
}

/** Those of a node or of a whole space, the last opened first, and where the next page begins. */
export async function linksOf(
  where: { node_id: string } | { space_id: string },
  after: string | null
): Promise<{ links: Link[]; next: string | null }> {
  const query = Link.query()
    .where(where)
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  if (after) query.where('id', '<', after)
  const { shown: links, next } = pageOf(await query, SHOWN)
  return { links, next }
}
