import { definePeriodic, defineWorkerService } from '#kernel/jobs/periodic'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { inbox } from './gateways/inbox.js'
import { keepMail, sweepInbox } from './jobs/process_mail.js'
import { requestClassification } from './jobs/request_classification.js'

const WEEK = 7 * 24 * 3600

defineWorkerService({ name: 'actes.inbox', start: () => inbox().start(keepMail) })

definePeriodic({ name: 'actes.sweep_inbox', everySeconds: 30, run: sweepInbox })

definePeriodic({
  name: 'actes.refresh_classifications',
  everySeconds: WEEK,
  async run() {
    for (const { id, state } of await tenants.all()) {
      if (state !== 'active') continue
      await tenancy.run(id, () =>
        requestClassification.enqueue({}, { dedupeKey: 'actes.classification', priority: 9 })
      )
    }
  },
})
