import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { countActivity } from './count.js'

const HOUR = 3600

/** Counts what a member did; the pages of the operator only read it. */
export const countActivityOf = defineJob<Record<string, never>>({
  name: 'console.count_activity',
  title: 'Compter l’activité d’un membre',
  onGiveUp: { nobodyNeeds: 'counted again with what comes next, and nothing depends on it' },
  handle: (_payload, { tenantId }) => countActivity(tenantId),
})

/** Those whose journal moved since; each once a day besides, for what time alone brings to its end. */
const TO_COUNT = `
  select heads.tenant_id as id from kernel.journal_heads heads
  left join kernel.activity on activity.tenant_id = heads.tenant_id
  where activity.position is distinct from heads.position
    or activity.counted_at < now() - interval '1 day'`

definePeriodic({
  name: 'console.count_activities',
  title: 'Trouver les membres dont l’activité est à compter',
  everySeconds: HOUR,
  async run() {
    const { rows } = await systemDb().rawQuery(TO_COUNT)
    for (const { id } of rows) {
      await tenancy.run(id, () =>
        countActivityOf.enqueue({}, { dedupeKey: 'console.count_activity', priority: 9 })
      )
    }
  },
})
