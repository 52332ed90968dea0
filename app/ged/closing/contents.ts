import { FolderEmpty, FolderTooLarge } from '../errors.js'
import Node from '../nodes/node.js'
import { subtreeOf, waysTo, type Step } from '../nodes/paths.js'
import Version from '../nodes/version.js'
import { retentionOf, type Retention } from '../types/retention_of.js'
import DocumentType from '../types/document_type.js'

/** One closing writes them all, and one package holds them. */
export const MOST_CLOSED = 2_000

/** A document of a folder that is closed, as it stands. */
export interface Closed {
  node: Node
  version: Version
  type: DocumentType | null
  retention: Retention
  way: Step[]
}

/**
 * The documents below a folder, by their place. @throws E_GED_CLOSING_EMPTY, E_GED_CLOSING_LARGE
 */
export async function contentsOf(folder: Node): Promise<Closed[]> {
  const ids = await subtreeOf(folder.id, { onlyAlive: true })
  const nodes = await Node.query().where('kind', 'document').whereIn('id', ids)
  if (nodes.length === 0) throw new FolderEmpty()
  if (nodes.length > MOST_CLOSED) throw new FolderTooLarge(MOST_CLOSED)
  const found = nodes.map(({ id }) => id)
  const [versions, ways] = [await Version.lastOfEach(found), await waysTo(found)]
  const types = new Map((await DocumentType.query()).map((type) => [type.id, type]))
  return nodes
    .map((node) => {
      const type = node.typeId ? (types.get(node.typeId) ?? null) : null
      const [version, way] = [versions.get(node.id)!, ways.get(node.id)!]
      return { node, version, type, way, retention: retentionOf(node, type) }
    })
    .toSorted((one, other) => pathKey(one).localeCompare(pathKey(other), 'fr'))
}

const pathKey = ({ way }: Closed) => way.map(({ name }) => name).join('/')
