import Node from '../nodes/node.js'
import { pageOf } from '#lib/page_of'
import Hold from './hold.js'

const SHOWN = 50

/**
 * The holds on what stands below some lists of rights, the last placed first, lifted or not, after
 * the one of an identifier; `next`: the one after which there is more, or null.
 */
export async function holdsPage(
  lists: string[],
  after: string | null
): Promise<{ holds: { hold: Hold; node: Node }[]; next: string | null }> {
  const query = Hold.query()
    .whereIn('node_id', Node.query().whereIn('access_id', lists).select('id'))
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  if (after) query.where('id', '<', after)
  const { shown: page, next } = pageOf(await query, SHOWN)
  const nodes = await Node.query().whereIn(
    'id',
    page.map(({ nodeId }) => nodeId)
  )
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return {
    holds: page.map((hold) => ({ hold, node: byId.get(hold.nodeId)! })),
    next,
  }
}
