import Node, { type Place } from './node.js'

/**
 * What stands at a place below some lists of rights: folders first, each by its name, after the one
 * of an identifier. `next`: the one after which there is more, or null.
 */
export async function pageAt(
  place: Pick<Place, 'spaceId' | 'parentId'>,
  lists: string[],
  { after, most }: { after: string | null; most: number }
): Promise<{ nodes: Node[]; next: string | null }> {
  const query = Node.at(place)
    .whereIn('access_id', lists)
    .orderBy('kind', 'desc')
    .orderBy('name_key')
    .orderBy('id')
    .limit(most + 1)
  const last = after ? await Node.find(after) : null
  if (last) query.whereRaw(...beyond(last))
  const found = await query
  const nodes = found.slice(0, most)
  return { nodes, next: found.length > most ? nodes.at(-1)!.id : null }
}

/** What stands after a line in that order. */
const beyond = ({ kind, nameKey, id }: Node): [string, string[]] => [
  '(kind < ? or kind = ? and (name_key, id) > (?, ?::uuid))',
  [kind, kind, nameKey, id],
]
