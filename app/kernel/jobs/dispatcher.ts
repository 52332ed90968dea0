import { REHEARSAL } from '#lib/backup/rehearsal'
import { systemDb } from '#kernel/system'

export interface Dispatched {
  id: string
  tenantId: string | null
  queue: string
  name: string
  priority: number
  /** When it was handed over, in microseconds: it tells one hand-over from the next. */
  handover: string
}

/** A column of the same meaning as `Dispatched.handover`. */
const HANDOVER = '(extract(epoch from dispatched_at) * 1000000)::bigint::text'

/**
 * Takes what is due, each tenant in turn: one that floods the outbox has at most `perTenant` jobs
 * in flight, and the first job of every tenant comes before the second of any.
 */
const FAIR_PICK = `
  with waiting as (
    select distinct tenant_id from kernel.outbox
    where dispatched_at is null and done_at is null and failed_at is null and run_at <= now()
  ), in_flight as (
    select tenant_id, count(*) as jobs from kernel.outbox
    where dispatched_at is not null and done_at is null and failed_at is null group by 1
  ), ranked as (
    select next.id, next.rank from waiting
    cross join lateral (
      select id, row_number() over (order by priority, run_at, id) as rank from (
        select id, priority, run_at from kernel.outbox
        where tenant_id is not distinct from waiting.tenant_id
          and dispatched_at is null and done_at is null and failed_at is null and run_at <= now()
          and (queue not in ('outside', 'strangers') or not exists (select from kernel.heartbeats where name = '${REHEARSAL}'))
        order by priority, run_at, id limit :perTenant
      ) due
    ) next
    left join in_flight on in_flight.tenant_id is not distinct from waiting.tenant_id
    where next.rank + coalesce(in_flight.jobs, 0) <= :perTenant
  ), picked as (
    select outbox.id, ranked.rank from kernel.outbox
    join ranked using (id)
    where dispatched_at is null
    order by ranked.rank limit :limit for update of outbox skip locked
  )
  update kernel.outbox set dispatched_at = now() from picked where outbox.id = picked.id
  returning outbox.id, tenant_id as "tenantId", queue, name, priority, picked.rank, ${HANDOVER} as handover`

/** Marks as handed over and returns the next jobs, in a fair order. */
export async function pickDueJobs(limit: number, perTenant: number): Promise<Dispatched[]> {
  const { rows } = await systemDb().rawQuery(FAIR_PICK, { limit, perTenant })
  return rows.sort((a: { rank: number }, b: { rank: number }) => Number(a.rank) - Number(b.rank))
}

/** Jobs handed over more than `seconds` ago that have not ended: perhaps the queue lost them. */
export async function overdueJobs(seconds: number): Promise<Dispatched[]> {
  const { rows } = await systemDb().rawQuery(
    `select id, tenant_id as "tenantId", queue, name, priority, ${HANDOVER} as handover
     from kernel.outbox
     where dispatched_at < now() - make_interval(secs => ?) and done_at is null and failed_at is null
     order by dispatched_at limit 500`,
    [seconds]
  )
  return rows
}

/** Gives a job back to the dispatcher, unless it was handed over again or has ended meanwhile. */
export async function handBack({ id, handover }: Dispatched): Promise<void> {
  await systemDb().rawQuery(
    `update kernel.outbox set dispatched_at = null
     where id = ? and ${HANDOVER} = ? and done_at is null and failed_at is null`,
    [id, handover]
  )
}

export interface Begun {
  id: string
  tenant_id: string | null
  name: string
  payload: object
  attempts: number
  max_attempts: number
}

/**
 * Counts one more attempt and returns the job; nothing when it has ended, or when the queue brings
 * back a hand-over that another has replaced.
 */
export async function beginJob(id: string, handover?: string): Promise<Begun | undefined> {
  const { rows } = await systemDb().rawQuery(
    `update kernel.outbox set attempts = attempts + 1
     where id = ? and done_at is null and failed_at is null ${handover ? `and ${HANDOVER} = ?` : ''}
     returning id, tenant_id, name, payload, attempts, max_attempts`,
    handover ? [id, handover] : [id]
  )
  return rows[0]
}
