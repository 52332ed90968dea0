import { CutSchema } from '#database/schema/ged'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'
import { addressOf } from '../nodes/addresses.js'
import Node from '../nodes/node.js'
import Relation from '../relations/relation.js'
import type { Tenant } from '#kernel/tenant'

/** That a scan was cut at its sheets, or why it was not. */
export default class Cut extends TenantModel(CutSchema) {
  static table = 'ged.cuts'

  /** Notes how many documents were made of a scan, in the transaction in context. */
  static async made(nodeId: string, parts: number): Promise<void> {
    await this.create({ nodeId, parts, at: clock.now() })
  }

  /** Notes why none were, unless it was cut meanwhile. */
  static async failed(nodeId: string, trouble: string): Promise<void> {
    if (await this.find(nodeId)) return
    await this.create({ nodeId, parts: 0, trouble, at: clock.now() })
  }
}

/** What a page says of a scan that was cut. */
export interface ToldCut {
  parts: number
  trouble: string | null
  /** The documents that do not stand where their sheet says, of those that she reads. */
  left: { title: string; href: string; pages: string; because: string }[]
}

/** What became of some scans, by their identifiers, for who reads below some lists of rights. */
export async function cutsOf(
  tenant: Tenant,
  nodeIds: string[],
  lists: string[]
): Promise<Map<string, ToldCut>> {
  const cuts = await Cut.query().whereIn('node_id', nodeIds)
  if (cuts.length === 0) return new Map()
  const told = new Map<string, ToldCut>(
    cuts.map(({ nodeId, parts, trouble }) => [nodeId, { parts, trouble, left: [] }])
  )
  const relations = await Relation.query()
    .whereIn('to_id', [...told.keys()])
    .whereNotNull('left_because')
    .orderBy('id')
  const nodes = await Node.query()
    .whereIn(
      'id',
      relations.map(({ fromId }) => fromId)
    )
    .whereIn('access_id', lists)
    .whereNull('deleted_at')
  const byId = new Map(nodes.map((node) => [node.id, node]))
  for (const { fromId, toId, pages, leftBecause } of relations) {
    const part = byId.get(fromId)
    if (!part) continue
    const { title } = part
    const said = { title, href: addressOf(tenant, part), pages: pages!, because: leftBecause! }
    told.get(toId)!.left.push(said)
  }
  return told
}
