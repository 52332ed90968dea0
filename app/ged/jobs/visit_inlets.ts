import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { visitInlet } from '../inlets/visit_inlet.js'

const EVERY_SECONDS = 60

/** Takes what waits in a folder of scans or in a mailbox. */
export const visit = defineJob<{ id: string }>({
  name: 'ged.visit_inlet',
  title: 'Relever un dossier de numérisation ou une boîte, et ranger ce qui y attend',
  queue: 'outside',
  attempts: 2,
  onGiveUp: { nobodyNeeds: 'the next minute visits it again, and its page says what is wrong' },
  handle: async ({ id }, { tenantId }) => void (await visitInlet(tenantId, id)),
})

definePeriodic({
  name: 'ged.visit_inlets',
  title: 'Relever les dossiers de numérisation et les boîtes de la GED',
  everySeconds: EVERY_SECONDS,
  async run() {
    const open = await systemDb()
      .from('ged.inlets')
      .whereNull('closed_at')
      .select('tenant_id', 'id')
    for (const { tenant_id: tenantId, id } of open) {
      await tenancy.run(tenantId, () =>
        visit.enqueue({ id }, { dedupeKey: `ged.visit_inlet:${id}` })
      )
    }
  },
})
