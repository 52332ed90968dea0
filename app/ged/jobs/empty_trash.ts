import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { purge } from '../nodes/trash.js'

/** Forgets what the trash of a tenant has kept for thirty days. */
export const emptyTrash = defineJob<Record<string, never>>({
  name: 'ged.empty_trash',
  title: 'Vider la corbeille de la GED de ce qui y est depuis trente jours',
  queue: 'heavy',
  onGiveUp: { nobodyNeeds: 'the next night does it again, and nothing is lost meanwhile' },
  async handle(_payload, { tenantId }) {
    while ((await tenancy.run(tenantId, () => purge())) > 0);
  },
})

definePeriodic({
  name: 'ged.empty_all_trashes',
  title: 'Vider les corbeilles de la GED',
  everySeconds: 24 * 3600,
  async run() {
    for (const { id } of await tenants.all()) {
      await tenancy.run(id, () => emptyTrash.enqueue({}, { dedupeKey: 'ged.empty_trash' }))
    }
  },
})
