import { tenancy } from '#kernel/tenancy'
import Node from '../nodes/node.js'
import Version from '../nodes/version.js'
import type Space from '../spaces/space.js'

/** A document of a tree, with what its line tells. */
export interface ExportedDocument {
  /** From the root of the export. */
  names: string[]
  node: Node
  version: Version
}

const AT_ONCE = 200

/** The folders and documents of a space, those of one folder after those of another. */
export async function* treeOf(
  tenantId: string,
  space: Space
): AsyncGenerator<{ folder: string[] } | ExportedDocument> {
  const folders: { id: string | null; names: string[] }[] = [{ id: null, names: [space.slug] }]
  for (let folder = folders.shift(); folder; folder = folders.shift()) {
    yield { folder: folder.names }
    let after: string | null = null
    do {
      const { id, names } = folder
      const page = await tenancy.run(tenantId, () => childrenOf(space.id, id, after))
      for (const { node, version } of page) {
        if (node.kind === 'folder') folders.push({ id: node.id, names: [...names, node.name] })
        else if (version) yield { names: [...names, node.name], node, version }
      }
      after = page.length === AT_ONCE ? page.at(-1)!.node.id : null
    } while (after)
  }
}

async function childrenOf(spaceId: string, parentId: string | null, after: string | null) {
  const query = Node.at({ spaceId, parentId }).orderBy('id').limit(AT_ONCE)
  const nodes = await (after ? query.where('id', '>', after) : query)
  const versions = await Version.lastOfEach(nodes.map(({ id }) => id))
  return nodes.map((node) => ({ node, version: versions.get(node.id) }))
}
