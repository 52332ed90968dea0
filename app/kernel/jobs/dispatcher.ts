import { REHEARSAL } from '#lib/backup/rehearsal'
import { systemDb } from '#kernel/system'
import { gathering } from '#lib/jobs/gathering'

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

interface Handed {
  id: string
  /** Of which hand-over; empty when that is not known. */
  handover: string
}

/**
 * A number of attempts is not waited for on the disk: a base that loses power gives the job again,
 * as it does for whatever had not ended. In the order of their names: nobody waits for one another.
 */
const BEGIN = `
  with held as (
    select id from kernel.outbox,
      (select set_config('synchronous_commit', 'off', true)) as unhurried
    where id = any(:ids::uuid[]) and done_at is null and failed_at is null
      and coalesce(nullif((:handovers::text[])[array_position(:ids::uuid[], id)], ''), ${HANDOVER}) = ${HANDOVER}
    order by id for update of outbox
  )
  update kernel.outbox set attempts = attempts + 1 from held where outbox.id = held.id
  returning outbox.id, tenant_id, name, payload, attempts, max_attempts`

const MOST_TOGETHER = 100

const begin = gathering<Handed, Begun | undefined>(MOST_TOGETHER, async (handed) => {
  const asked = { ids: handed.map(({ id }) => id), handovers: handed.map((one) => one.handover) }
  const { rows } = await systemDb().rawQuery(BEGIN, asked)
  const begun = new Map<string, Begun>(rows.map((row: Begun) => [row.id, row]))
  return handed.map(({ id }) => begun.get(id))
})

/**
 * Counts one more attempt and returns the job; nothing when it has ended, or when the queue brings
 * back a hand-over that another has replaced. Those that begin at once are asked together.
 */
export const beginJob = (id: string, handover = ''): Promise<Begun | undefined> =>
  begin({ id, handover })

/** Writes that a job is done, with those that end at once: it is on the disk when it answers. */
export const endJob = gathering<string, void>(MOST_TOGETHER, async (ids) => {
  await systemDb().rawQuery(
    `update kernel.outbox set done_at = now(), last_error = null where id in (
       select id from kernel.outbox where id = any(?) order by id for update)`,
    [ids]
  )
  return ids.map(() => undefined)
})
