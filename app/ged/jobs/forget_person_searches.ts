import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import PersonSearch, { SEARCH_DAYS } from '../privacy/person_search.js'

/** Forgets of whom people of a tenant looked for the documents a month ago. */
export const forgetPersonSearches = defineJob<Record<string, never>>({
  name: 'ged.forget_person_searches',
  title: 'Oublier les recherches de personnes de plus de trente jours',
  queue: 'heavy',
  onGiveUp: { nobodyNeeds: 'the next night does it again, and only their author reads them' },
  async handle(_payload, { tenantId }) {
    await tenancy.run(tenantId, async () => {
      const before = clock.now().minus({ days: SEARCH_DAYS }).toJSDate()
      await PersonSearch.query().where('at', '<', before).delete()
    })
  },
})

definePeriodic({
  name: 'ged.forget_all_person_searches',
  title: 'Oublier les recherches de personnes',
  everySeconds: 24 * 3600,
  async run() {
    for (const { id } of await tenants.all()) {
      const dedupeKey = 'ged.forget_person_searches'
      await tenancy.run(id, () => forgetPersonSearches.enqueue({}, { dedupeKey }))
    }
  },
})
