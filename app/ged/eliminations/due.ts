import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { IS_HELD } from '../holds/held.js'

const RULE = 'coalesce(nodes.retention_rule, type.retention_rule)'
/** As `endOfRetention` counts it: a month without that day ends on its last. What is no duration has no end. */
const UNTIL = `case when ${RULE} ~ '^P([0-9]+Y){0,1}([0-9]+M){0,1}([0-9]+D){0,1}$' and ${RULE} <> 'P'
  then (nodes.retention_from + ${RULE}::interval)::date end`

/** A document that may go: its time is over, its final action is to be destroyed, and nothing holds it. */
export interface DueDocument {
  id: string
  title: string
  type: string | null
  documentDay: string | null
  rule: string
  /** AAAA-MM-JJ: the last day of its time, on which it may be proposed already. */
  until: string
}

/**
 * The documents below some lists of rights that may be proposed for destruction today, what ended
 * first before; what is closed goes with its folder, and what stands on another list waits for its visa.
 */
export async function dueDocuments(
  lists: string[],
  { most, among }: { most: number; among?: string[] }
): Promise<DueDocument[]> {
  const due = tenancy
    .trx()
    .from('ged.nodes')
    .joinRaw(
      'join ged.access_lists list on list.tenant_id = nodes.tenant_id and list.id = access_id'
    )
    .joinRaw(
      'left join ged.document_types type on type.tenant_id = nodes.tenant_id and type.id = type_id'
    )
    .where('nodes.tenant_id', tenancy.tenantId())
    .where('nodes.kind', 'document')
    .whereNull('nodes.deleted_at')
    .whereNotNull('nodes.retention_from')
    .whereIn('nodes.access_id', lists)
    .whereNull('list.closed_at')
    .whereRaw(`coalesce(nodes.final_action, type.final_action) = 'destroy'`)
    .whereRaw(`(${UNTIL}) <= ?`, [clock.today().toString()])
    .whereRaw(`not ${IS_HELD}`)
    .orderByRaw(`${UNTIL}, nodes.id`)
    .limit(most)
    .select(
      'nodes.id',
      'nodes.title',
      tenancy.trx().raw(`type.label as type, ${RULE} as rule, (${UNTIL})::text as until`),
      tenancy.trx().raw('nodes.document_date::text as "documentDay"')
    )
  return among ? due.whereIn('nodes.id', among) : due.whereRaw(`not ${IS_PROPOSED}`)
}

/** That a list which awaits its visa names it already. */
const IS_PROPOSED = `exists (select from ged.elimination_lines line join ged.eliminations one
  on one.tenant_id = line.tenant_id and one.id = line.elimination_id
  where line.tenant_id = nodes.tenant_id and line.node_id = nodes.id and one.carried_out_at is null)`
