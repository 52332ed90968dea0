import { systemDb } from '#kernel/system'
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
