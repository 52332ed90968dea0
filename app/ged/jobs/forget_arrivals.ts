import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { forgetArrivals } from '../inlets/arrival.js'
import { arrivalDaysOf } from '../settings.js'

/**
 * Forgets what came by the inlets of a tenant longer ago than it chose: the name of a message tells
 * who wrote, and of what (RGPD, art. 5.1.e). The documents stay where they are filed.
 */
export const forgetOldArrivals = defineJob<Record<string, never>>({
  name: 'ged.forget_arrivals',
  title: 'Oublier ce qui est venu par les arrivées il y a longtemps',
  queue: 'heavy',
  onGiveUp: { nobodyNeeds: 'the next night does it again, and nothing is lost meanwhile' },
  async handle(_payload, { tenantId }) {
    await tenancy.run(tenantId, async () => {
      const days = arrivalDaysOf(await tenants.current())
      await forgetArrivals(clock.now().minus({ days }))
    })
  },
})

definePeriodic({
  name: 'ged.forget_all_arrivals',
  title: 'Oublier les arrivées anciennes',
  everySeconds: 24 * 3600,
  async run() {
    for (const { id } of await tenants.all()) {
      const dedupeKey = 'ged.forget_arrivals'
      await tenancy.run(id, () => forgetOldArrivals.enqueue({}, { dedupeKey }))
    }
  },
})
