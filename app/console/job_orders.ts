/**
 * When a job failed, or is to run. Of what orders the list, each has its index, on what is done and on what is not apart (migration
 * `kernel_list_jobs`): the outbox holds a month of what was done. A change here is one there.
 */
export const WHEN = 'coalesce(outbox.failed_at, outbox.run_at)'
/**
 * What is failed after what is not, then the oldest first: turned, what is to be looked at comes
 * first. In microseconds, because only what knows no time zone may be indexed.
 */
export const FAILED_LAST = `((extract(epoch from ${WHEN} at time zone 'UTC') * 1000000)::bigint
  + case when outbox.failed_at is null then 0 else 1000000000000000000 end)`
