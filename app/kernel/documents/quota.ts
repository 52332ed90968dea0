import { documentsConfig } from '#config/documents'
import { tenancy } from '#kernel/tenancy'
import { takeTurn } from '#kernel/tenancy/take_turn'
import { tenants } from '#kernel/tenant'
import { DocumentQuotaReached } from '#lib/documents/errors'
import { megabytes } from '#lib/documents/sizes'

/** What the documents of the tenant in context weigh in clear, in octets, those of this transaction included. */
export async function storedBytes(): Promise<number> {
  const { rows } = await tenancy
    .trx()
    .rawQuery(
      'select coalesce(sum(bytes), 0) as bytes from kernel.stored_bytes where tenant_id = ?',
      [tenancy.tenantId()]
    )
  return Number(rows[0].bytes)
}

/** How many octets the tenant in context may keep; null: as many as the disk holds. */
export async function quotaBytes(): Promise<number | null> {
  const { settings } = await tenants.current()
  return settings.documents?.quotaBytes ?? documentsConfig.quotaBytes
}

/**
 * Refuses `size` more octets than the tenant in context may keep (E_DOCUMENT_QUOTA, 507). Those who
 * store at the same time count one another: where there is a quota, they wait for the one before.
 * `onTheWay`: also what was begun to be sent.
 */
export async function refuseBeyondQuota(size: number, { onTheWay = 0 } = {}): Promise<void> {
  const quota = await quotaBytes()
  if (quota === null) return
  await takeTurn(tenancy.trx(), `quota of ${tenancy.tenantId()}`)
  const left = quota - (await storedBytes()) - onTheWay
  if (size > left) throw new DocumentQuotaReached(megabytes(quota), megabytes(Math.max(0, left)))
}
