import { tenancy } from '#kernel/tenancy'
import type { Corrected, Outcome, Paper } from '../rules/learnt.js'

/** A paper that came, and what it is now. */
export interface Came extends Paper {
  nodeId: string
  now: Outcome
  /** Somebody described it, named it or filed it since. */
  isCorrected: boolean
}

interface Row {
  node_id: string
  name: string
  sender: string | null
  came_on: string
  type_id: string | null
  space_id: string
  parent_id: string | null
  title: string
  date: string | null
  is_corrected: boolean
}

/** What came lately tells a habit: older papers are another's. */
const MOST_REMEMBERED = 300

/** Written again since it came: filing a paper writes it twice within a moment, and nobody is so quick. */
const IS_CORRECTED = `coalesce(nodes.updated_at > nodes.created_at + interval '1 second', false)`

const arrivals = (lists: string[]) =>
  tenancy
    .trx()
    .from('ged.arrivals')
    .joinRaw(
      'join ged.nodes on nodes.tenant_id = arrivals.tenant_id and nodes.id = arrivals.node_id'
    )
    .where('arrivals.tenant_id', tenancy.tenantId())
    .whereIn('nodes.access_id', lists)
    .whereNull('nodes.deleted_at')
    .select(
      ...['arrivals.node_id', 'arrivals.name', 'nodes.type_id', 'nodes.space_id'],
      ...['nodes.parent_id', 'nodes.title'],
      tenancy.trx().raw(`substring(lower(nodes.fields ->> 'expediteur')
        from '[a-z0-9._%+-]+@[a-z0-9.-]+') as sender,
        (arrivals.at at time zone 'Europe/Paris')::date::text as came_on,
        nodes.document_date::text as date, ${IS_CORRECTED} as is_corrected`)
    )

/** Some documents, of those that came by themselves below some lists of rights. */
export async function cameAmong(lists: string[], nodeIds: string[]): Promise<Came[]> {
  if (nodeIds.length === 0) return []
  const rows: Row[] = await arrivals(lists).whereIn('arrivals.node_id', nodeIds)
  return rows.map(cameOf)
}

/** What people made of the last ones that they corrected, below some lists of rights; the last first. */
export async function correctedLately(lists: string[]): Promise<Corrected[]> {
  const rows: Row[] = await arrivals(lists)
    .whereRaw(IS_CORRECTED)
    .orderBy('arrivals.id', 'desc')
    .limit(MOST_REMEMBERED)
  return rows.map(cameOf).map(({ now: outcome, name, sender, cameOn }) => ({
    ...{ name, sender, cameOn, outcome },
  }))
}

const cameOf = (row: Row): Came => ({
  ...{ nodeId: row.node_id, name: row.name, sender: row.sender, cameOn: row.came_on },
  isCorrected: row.is_corrected,
  now: {
    ...{ typeId: row.type_id, spaceId: row.space_id, parentId: row.parent_id },
    ...{ title: row.title, date: row.date },
  },
})
