import { definePeriodic, defineWorkerService } from '#kernel/jobs/periodic'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { inbox } from './gateways/chosen_inbox.js'
import { postingQuota } from './gateways/posting_quota.js'
import { forgetOldMails, keepMail, sweepInbox } from './jobs/process_mail.js'
import { requestClassification } from './jobs/request_classification.js'

const DAY = 24 * 3600
const WEEK = 7 * DAY

defineWorkerService({ name: 'actes.inbox', start: () => inbox().start(keepMail) })

definePeriodic({
  name: 'actes.sweep_inbox',
  title: 'Relever les réponses du ministère',
  everySeconds: 30,
  run: sweepInbox,
})

definePeriodic({
  name: 'actes.forget_old_mails',
  title: 'Effacer les anciens courriels du ministère',
  everySeconds: DAY,
  run: forgetOldMails,
})

definePeriodic({
  name: 'actes.forget_posting_hours',
  title: 'Effacer les anciens comptes d’envoi',
  everySeconds: DAY,
  run: () => postingQuota.forget(),
})

definePeriodic({
  name: 'actes.refresh_classifications',
  title: 'Trouver les classifications à demander',
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
