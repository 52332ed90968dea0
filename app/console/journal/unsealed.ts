import { SEALING_INTERVAL_SECONDS } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'

/**
 * What no seal covers though it is older than the sealing interval: seals were taken away, or none
 * could be made; either way the journal proves nothing about it.
 */
export async function forgottenBySeals(): Promise<string[]> {
  const { rows } = await tenancy.trx().rawQuery(
    `select position from kernel.journal_entries where tenant_id = :tenant
       and position > coalesce((select max(last_position) from kernel.journal_seals where tenant_id = :tenant), 0)
       and at < clock_timestamp() - make_interval(secs => :seconds)
     order by position limit 1`,
    { tenant: tenancy.tenantId(), seconds: SEALING_INTERVAL_SECONDS } as never
  )
  if (rows.length === 0) return []
  return [`L’entrée ${rows[0].position} attend un scellement depuis plus de 24 heures.`]
}
