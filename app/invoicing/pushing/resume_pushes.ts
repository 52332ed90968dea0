import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { follow } from '../pulling/follow.js'
import Push from '../models/push.js'
import { holdUp } from '../trouble.js'
import { pushStatus } from './push_status.js'

/** What Chorus Pro refused is given to it again, once a person has looked; its history is read anew. */
export const resumePushes = defineJob<{ invoiceId: string }>({
  name: 'invoicing.resume_pushes',
  title: 'Redonner à Chorus Pro un statut qu’il a refusé',
  onGiveUp: ({ invoiceId }, about) => holdUp(invoiceId, about),
  async handle({ invoiceId }, { tenantId }) {
    await tenancy.run(tenantId, async () => {
      const push = await Push.next(invoiceId)
      if (push?.state === 'refused') await push.move('resume')
      await pushStatus.enqueue({ invoiceId })
      await follow.enqueue({ invoiceId })
    })
  },
})
