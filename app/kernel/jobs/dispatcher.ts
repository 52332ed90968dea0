import { systemDb } from '#kernel/system'
import { gathering } from '#lib/jobs/gathering'
import { type Dispatched, HANDOVER } from './hand_over.js'

export { pickDueJobs } from './fair_pick.js'

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
      and (:handovers::text[])[array_position(:ids::uuid[], id)] in ('', ${HANDOVER})
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
