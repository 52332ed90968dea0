import { sealAllJournals } from '#kernel/journal/sealing'
import { systemDb } from '#kernel/system'
import { outboxDepth } from '#kernel/watch/metrics'
import { definePeriodic } from './periodic.js'

const KEEP_DONE_DAYS = 30

definePeriodic({ name: 'kernel.seal_journals', everySeconds: 600, run: sealAllJournals })

definePeriodic({
  name: 'kernel.forget_done_jobs',
  everySeconds: 3600,
  async run() {
    await systemDb().rawQuery(
      `delete from kernel.outbox where id in (
         select id from kernel.outbox where done_at < now() - make_interval(days => ?) limit 10000)`,
      [KEEP_DONE_DAYS]
    )
  },
})

definePeriodic({
  name: 'kernel.measure_outbox',
  everySeconds: 30,
  async run() {
    const { rows } = await systemDb().rawQuery(
      `select case when failed_at is not null then 'failed' when dispatched_at is not null then 'running'
              else 'waiting' end as state, count(*)::int as jobs
       from kernel.outbox where done_at is null group by 1`
    )
    outboxDepth.reset()
    for (const { state, jobs } of rows) outboxDepth.set({ state }, jobs)
  },
})
