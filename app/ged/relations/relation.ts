import { RelationSchema } from '#database/schema/ged'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { RelationMissing } from '../errors.js'
import Node from '../nodes/node.js'
import type { RelationKind } from '../rules/relations.js'

/** A document has no more of them: it is a folder that one would want. */
export const MOST_RELATIONS = 100

/** What a document is to another. */
export default class Relation extends TenantModel(RelationSchema) {
  static table = 'ged.relations'

  declare kind: RelationKind

  /** The one of that id. @throws E_GED_RELATION_MISSING */
  static async get(id: string): Promise<Relation> {
    const found = isUuid(id) ? await this.find(id) : null
    if (!found) throw new RelationMissing()
    return found
  }

  /** Those of a document, from either side, the last said first. */
  static of(nodeId: string): Promise<Relation[]> {
    return this.query()
      .where((one) => one.where('from_id', nodeId).orWhere('to_id', nodeId))
      .orderBy('id', 'desc')
  }
}

/** A document that another is related to, as somebody who may read both sees it. */
export interface Related {
  relation: Relation
  /** Said by the document that one looks at, and not by the other. */
  isSaidHere: boolean
  other: Node
}

/** What a document is to others, below some lists of rights and out of the trash. */
export async function relatedTo(nodeId: string, lists: string[]): Promise<Related[]> {
  const relations = await Relation.of(nodeId)
  const otherOf = ({ fromId, toId }: Relation) => (fromId === nodeId ? toId : fromId)
  const nodes = await Node.query()
    .whereIn('id', relations.map(otherOf))
    .whereIn('access_id', lists)
    .whereNull('deleted_at')
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return relations.flatMap((relation) => {
    const other = byId.get(otherOf(relation))
    return other ? [{ relation, other, isSaidHere: relation.fromId === nodeId }] : []
  })
}
