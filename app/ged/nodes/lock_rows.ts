import { tenancy } from '#kernel/tenancy'

/** Keeps some nodes from whoever would change them until the end of the transaction, in one order for all. */
export async function lockRows(ids: string[]): Promise<void> {
  await tenancy
    .trx()
    .from('ged.nodes')
    .where('tenant_id', tenancy.tenantId())
    .whereIn('id', ids)
    .orderBy('id')
    .select('id')
    .forUpdate()
}
