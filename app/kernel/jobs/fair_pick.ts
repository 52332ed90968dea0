import { REHEARSAL } from '#lib/backup/rehearsal'
import { systemDb } from '#kernel/system'
import { type Dispatched, HANDOVER } from './hand_over.js'

/** What waits to be handed over: the condition of the index `outbox_to_do`. */
const TO_DO = 'dispatched_at is null and done_at is null and failed_at is null'

/** The first jobs that are due of a tenant, as many as it may have in flight; `whose` must lead to an index. */
const firstOf = (whose: string, perTenant: number) => `
    select id, row_number() over (order by priority, run_at, id) as rank from (
      select id, priority, run_at from kernel.outbox
      where ${whose} and ${TO_DO} and run_at <= now()
        and (queue not in ('outside', 'strangers') or not exists (select from kernel.heartbeats where name = '${REHEARSAL}'))
      order by tenant_id, priority, run_at, id limit ${perTenant} - (
        select count(*) from (
          select from kernel.outbox
          where ${whose} and dispatched_at is not null and done_at is null and failed_at is null
          order by tenant_id, dispatched_at limit ${perTenant}) in_flight)
    ) due`

/**
 * Takes what is due, each tenant in turn: one that floods the outbox has at most `perTenant` jobs
 * in flight, and the first job of every tenant comes before the second of any. From tenant to tenant
 * by leaps in the index, which no sort replaces: a base that still believes the outbox to be empty
 * would otherwise walk through a whole flood for each tenant.
 */
const fairPick = (limit: number, perTenant: number) => `
  set local enable_sort = off;
  with recursive waiting (tenant_id) as (
    (select tenant_id from kernel.outbox where tenant_id is not null and ${TO_DO}
      order by tenant_id, priority, run_at, id limit 1)
    union all
    select (select tenant_id from kernel.outbox where tenant_id > waiting.tenant_id and ${TO_DO}
      order by tenant_id, priority, run_at, id limit 1)
    from waiting where tenant_id is not null
  ), ranked as materialized (
    select next.* from waiting cross join lateral (${firstOf('tenant_id = waiting.tenant_id', perTenant)}) next
    union all ${firstOf('tenant_id is null', perTenant)}
  ), picked as (
    select held.id, ranked.rank from (select * from ranked order by rank) ranked
    cross join lateral (
      select id from kernel.outbox where id = ranked.id and dispatched_at is null
      for update skip locked) held
    limit ${limit}
  )
  update kernel.outbox set dispatched_at = now() from picked where outbox.id = picked.id
  returning outbox.id, tenant_id as "tenantId", queue, name, priority, picked.rank, ${HANDOVER} as handover`

/** Marks as handed over and returns the next jobs, in a fair order. */
export async function pickDueJobs(limit: number, perTenant: number): Promise<Dispatched[]> {
  const [, { rows }] = await systemDb().rawQuery(fairPick(limit, perTenant))
  return rows.sort((a: { rank: number }, b: { rank: number }) => Number(a.rank) - Number(b.rank))
}
