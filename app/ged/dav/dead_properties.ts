import { tenancy } from '#kernel/tenancy'

/** What a program says of a node in words of its own (RFC 4918 §4.2). */
export interface DeadProperty {
  namespace: string
  name: string
  /** XML */
  value: string
}

export type PropertyName = Pick<DeadProperty, 'namespace' | 'name'>

const here = () => tenancy.trx().from('ged.properties').where('tenant_id', tenancy.tenantId())

/** Those of some nodes, by their identifier. */
export async function deadOf(nodeIds: string[]): Promise<Map<string, DeadProperty[]>> {
  const found = new Map<string, DeadProperty[]>()
  if (nodeIds.length === 0) return found
  for (const { node_id: id, namespace, name, value } of await here().whereIn('node_id', nodeIds)) {
    found.set(id, [...(found.get(id) ?? []), { namespace, name, value }])
  }
  return found
}

export async function writeDead(nodeId: string, property: DeadProperty): Promise<void> {
  await removeDead(nodeId, property)
  const row = { tenant_id: tenancy.tenantId(), node_id: nodeId, ...property }
  await tenancy.trx().insertQuery().table('ged.properties').insert(row)
}

export async function removeDead(
  nodeId: string,
  { namespace, name }: Pick<DeadProperty, 'namespace' | 'name'>
): Promise<void> {
  await here().where({ node_id: nodeId, namespace, name }).delete()
}

/** What is said of one is said of its copy. */
export async function copyDead(from: string, to: string): Promise<void> {
  await tenancy.trx().rawQuery(
    `insert into ged.properties (tenant_id, node_id, namespace, name, value)
     select tenant_id, ?::uuid, namespace, name, value from ged.properties
     where tenant_id = ? and node_id = ?`,
    [to, tenancy.tenantId(), from]
  )
}
