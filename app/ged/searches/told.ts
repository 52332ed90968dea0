import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import Node from '../nodes/node.js'

/** What was told longer ago is looked for no more, and need not be remembered. */
const KEPT_DAYS = 60
const SHOWN = 50

interface Follower {
  searchId: string
  personId: string
}

const toldTo = ({ searchId, personId }: Follower) => ({
  ...{ tenant_id: tenancy.tenantId(), search_id: searchId, person_id: personId },
})

const rows = () => tenancy.trx().from('ged.search_told as told')

/** Notes what a person is told now of a search; returns how many of it she was not told before. */
export async function noteTold(follower: Follower, nodeIds: string[]): Promise<number> {
  if (nodeIds.length === 0) return 0
  const at = clock.now().toJSDate()
  const added = await tenancy
    .trx()
    .knexQuery()
    .table('ged.search_told')
    .insert(nodeIds.map((id) => ({ ...toldTo(follower), node_id: id, told_at: at })))
    .onConflict(['tenant_id', 'search_id', 'person_id', 'node_id'])
    .ignore()
    .returning('node_id')
  return added.length
}

/** Of some documents, those that a person was told of by a search. */
export async function alreadyTold(follower: Follower, nodeIds: string[]): Promise<Set<string>> {
  const found = await rows().where(toldTo(follower)).whereIn('node_id', nodeIds).select('node_id')
  return new Set(found.map(({ node_id: id }) => id))
}

/**
 * What a person was told of by a search and may still read, the last told first, after the document
 * of an identifier; `next`: the one after which there is more, or null.
 */
export async function toldPage(
  follower: Follower,
  lists: string[],
  after: string | null
): Promise<{ documents: { node: Node; toldAt: Date }[]; next: string | null }> {
  const query = rows()
    .where({ 'told.tenant_id': tenancy.tenantId() })
    .where({ search_id: follower.searchId, person_id: follower.personId })
    .joinRaw('join ged.nodes on nodes.tenant_id = told.tenant_id and nodes.id = told.node_id')
    .whereNull('nodes.deleted_at')
    .whereIn('nodes.access_id', lists)
    .orderBy('told.node_id', 'desc')
    .limit(SHOWN + 1)
    .select('told.node_id', 'told.told_at')
  if (after) query.where('told.node_id', '<', after)
  const found = await query
  const page = found.slice(0, SHOWN)
  const nodes = await Node.query().whereIn(
    'id',
    page.map(({ node_id: id }) => id)
  )
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return {
    documents: page.map(({ node_id: id, told_at: toldAt }) => ({ node: byId.get(id)!, toldAt })),
    next: found.length > SHOWN ? page.at(-1)!.node_id : null,
  }
}

/** Forgets what was told in the tenant in context so long ago that nobody looks for it. */
export async function forgetTold(): Promise<void> {
  await tenancy
    .trx()
    .from('ged.search_told')
    .where('tenant_id', tenancy.tenantId())
    .where('told_at', '<', clock.now().minus({ days: KEPT_DAYS }).toJSDate())
    .delete()
}
