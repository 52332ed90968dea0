import { definePeriodic } from '#kernel/jobs/periodic'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { auditObjects } from './audit_objects.js'

/** Every night a sample of each collectivite's archives is read again, the longest left first. */
definePeriodic({
  name: 'archiving.audit_sample',
  title: 'Choisir les archives à relire',
  everySeconds: 86_400,
  async run() {
    for (const { id } of await tenants.all()) {
      await tenancy.run(id, () => auditObjects.enqueue({}, { dedupeKey: 'archiving.audit_sample' }))
    }
  },
})
