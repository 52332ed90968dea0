import { beyond, BY_NAME, standingIn } from './in_order.js'
import Node, { type Place } from './node.js'

/** What stands at a place below some lists of rights: folders first, each by its name. */
export const childrenIn = (place: Pick<Place, 'spaceId' | 'parentId'>, lists: string[]) =>
  Node.query()
    .where('space_id', place.spaceId)
    .whereRaw(...standingIn(place))
    .whereNull('deleted_at')
    .whereIn('access_id', lists)
    .orderByRaw(`${BY_NAME}, nodes.id`)

/** The same after the one of an identifier. `next`: the one after which there is more, or null. */
export async function pageAt(
  place: Pick<Place, 'spaceId' | 'parentId'>,
  lists: string[],
  { after, most }: { after: string | null; most: number }
): Promise<{ nodes: Node[]; next: string | null }> {
  const query = childrenIn(place, lists).limit(most + 1)
  const last = after ? await Node.find(after) : null
  if (last) query.whereRaw(...beyond(last))
  const found = await query
  const nodes = found.slice(0, most)
  return { nodes, next: found.length > most ? nodes.at(-1)!.id : null }
}
