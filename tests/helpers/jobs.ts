import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'

/**
 * Runs what waits for a tenant, and what that makes wait, until nothing is due any more; only the
 * jobs of one name where others may have been left by tests before.
 */
export async function runDueJobs(tenantId: string, only?: string): Promise<void> {
  const due = () =>
    systemDb()
      .from('kernel.outbox')
      .where({ tenant_id: tenantId, ...(only && { name: only }) })
      .whereNull('done_at')
      .whereNull('failed_at')
      .whereRaw('run_at <= now()')
      .orderBy('id')
      .select('id')
  for (let rows = await due(); rows.length > 0; rows = await due()) {
    for (const { id } of rows) await runJob(id)
  }
}

/** The last error of a tenant's jobs of that name, or null. */
export async function lastErrorOf(tenantId: string, name: string): Promise<string | null> {
  const row = await systemDb()
    .from('kernel.outbox')
    .where({ tenant_id: tenantId, name })
    .orderBy('id', 'desc')
    .first()
  return row?.last_error ?? null
}
