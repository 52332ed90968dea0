import { systemDb } from '#kernel/system'

const STALLED_AFTER_SECONDS = 120

/**
 * Since when jobs wait while none ends: a worker that is dead, or that turns round without working.
 * Null when all goes well. A job that was begun may last; one that nobody begins does not count as work.
 */
export async function stalledSince(): Promise<Date | null> {
  const { rows } = await systemDb().rawQuery(
    `with patience as (select now() - make_interval(secs => ?) as since),
     ended as (
       select 1 from kernel.outbox, patience where done_at > since
       union all
       select 1 from kernel.outbox, patience where failed_at > since
       limit 1)
     select min(run_at) as since from kernel.outbox
     where done_at is null and failed_at is null and run_at < (select since from patience)
       and (dispatched_at is null or attempts = 0)
       and not exists (select from ended)`,
    [STALLED_AFTER_SECONDS]
  )
  return rows[0].since
}
