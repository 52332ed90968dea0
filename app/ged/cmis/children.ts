import { childrenIn } from '../nodes/children.js'
import Node from '../nodes/node.js'
import Version from '../nodes/version.js'
import type { CmisCall } from './call.js'
import { NoSuchObject } from './errors.js'
import type { Thing } from './thing.js'

const USUAL = 100
const MOST = 1_000

export interface Children {
  things: Thing[]
  total: number
  hasMore: boolean
}

/** What a folder holds that she may read, folders first, each by its name: the part that is asked. */
export async function childrenOf(call: CmisCall, folder: Thing): Promise<Children> {
  if (folder.version) throw NoSuchObject()
  const { params, levels } = call
  const most = params.count('maxItems', USUAL, MOST)
  const skipped = params.count('skipCount', 0)
  const lists = [...levels.keys()]
  const [{ $extras: counted }] = await Node.at(folder.place)
    .whereIn('access_id', lists)
    .count('* as total')
  const total = Number(counted.total)
  const nodes = await childrenIn(folder.place, lists).offset(skipped).limit(most)
  return {
    things: await childThings(folder, nodes),
    total,
    hasMore: skipped + nodes.length < total,
  }
}

async function childThings(folder: Thing, nodes: Node[]): Promise<Thing[]> {
  const documents = nodes.filter(({ kind }) => kind === 'document')
  const versions = await Version.lastOfEach(documents.map(({ id }) => id))
  return nodes.map((node) => ({
    space: folder.space,
    place: node.kind === 'document' ? { ...folder.place, accessId: node.accessId } : node.within,
    node,
    names: [...folder.names, node.name],
    version: versions.get(node.id) ?? null,
    isLast: true,
  }))
}
