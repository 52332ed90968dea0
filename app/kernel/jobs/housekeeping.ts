import '#kernel/clock/worker'
import { sealAllJournals } from '#kernel/journal/sealing'
import { systemDb } from '#kernel/system'
import { definePeriodic } from './periodic.js'

const KEEP_DONE_DAYS = 30

definePeriodic({
  name: 'kernel.seal_journals',
  title: 'Trouver les journaux à sceller',
  everySeconds: 600,
  run: sealAllJournals,
})

definePeriodic({
  name: 'kernel.forget_done_jobs',
  title: 'Effacer les tâches faites depuis trente jours',
  everySeconds: 3600,
  async run() {
    await systemDb().rawQuery(
      `delete from kernel.outbox where id in (
         select id from kernel.outbox where done_at < now() - make_interval(days => ?) limit 10000)`,
      [KEEP_DONE_DAYS]
    )
  },
})
