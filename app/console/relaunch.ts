import type { Actor } from '#kernel/actor'
import { jobNamed } from '#kernel/jobs/job'
import { journal } from '#kernel/journal'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'

interface Relaunched {
  tenant_id: string | null
  name: string
}

const ATTEMPTS = 8

/**
 * Gives failed jobs new attempts. A job whose key waits already under another row stays as it is:
 * it would run twice.
 */
const RELAUNCH = (condition: string) => `
  with failed as (
    select id, tenant_id, dedupe_key,
      row_number() over (partition by tenant_id, dedupe_key order by id desc) as rank
    from kernel.outbox where failed_at is not null and ${condition}
  )
  update kernel.outbox set failed_at = null, dispatched_at = null, run_at = now(),
    max_attempts = attempts + :attempts
  where id in (
    select id from failed where dedupe_key is null or (rank = 1 and not exists (
      select 1 from kernel.outbox other
      where other.tenant_id is not distinct from failed.tenant_id and other.dedupe_key = failed.dedupe_key
        and other.done_at is null and other.failed_at is null)))
  returning tenant_id, name`

async function relaunch(
  condition: string,
  values: object,
  name: string,
  actor: Actor
): Promise<number> {
  const attempts = jobNamed(name)?.attempts ?? ATTEMPTS
  const { rows } = await systemDb().rawQuery(RELAUNCH(condition), { ...values, attempts })
  await systemDb().rawQuery(`select pg_notify('halle_outbox', '')`)
  await writeDown(rows, name, actor)
  return rows.length
}

/** Runs one failed job again; false when there is nothing to run again. */
export async function relaunchOne(id: string, actor: Actor): Promise<boolean> {
  const job = await systemDb().from('kernel.outbox').where('id', id).first()
  if (!job) return false
  return (await relaunch('id = :id', { id }, job.name, actor)) === 1
}

/** Runs again all the failed jobs of a kind; returns how many. */
export const relaunchAll = (name: string, actor: Actor): Promise<number> =>
  relaunch('name = :name', { name }, name, actor)

/** Each tenant's journal says who asked, for how many of its jobs. */
async function writeDown(rows: Relaunched[], name: string, actor: Actor): Promise<void> {
  const byTenant = Map.groupBy(rows, (row) => row.tenant_id)
  for (const [tenantId, jobs] of byTenant) {
    if (!tenantId) continue // a job of the whole platform belongs to no journal
    await tenancy.run(tenantId, () =>
      journal.append({
        type: 'kernel.jobs_relaunched',
        actor,
        subject: { capability: 'kernel', type: 'tenant', id: tenantId },
        data: { name, count: jobs.length },
      })
    )
  }
}
