import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { gatherLines } from './gather.js'
import { forgetOldMails, orderMails } from './order.js'

const EVERY_SECONDS = 30

/** Notes what has begun to wait in a member, and orders the mails that are due there. */
export const tellWhatWaits = defineJob<object>({
  name: 'kernel.tell_what_waits',
  title: 'Préparer les courriels de ce qui attend',
  onGiveUp: { nobodyNeeds: 'asked again within the minute; what is not told stays so in the base' },
  async handle(_payload, { tenantId }) {
    await tenancy.run(tenantId, async () => {
      // Two runs in one member would each order a mail of half of what waits
      await tenancy
        .trx()
        .rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 82))', [tenantId])
      await gatherLines()
      await orderMails()
      await forgetOldMails()
    })
  },
})

/** Where something is to be told now. */
export async function findMessages(): Promise<void> {
  const { rows } = await systemDb().rawQuery(
    `select tenant_id as "tenantId" from kernel.tasks where told_at is null
     union
     select tenant_id from kernel.mail_lines where mail_id is null and due_at <= ?
     union
     select tenant_id from kernel.mail_news where mail_id is null and due_at <= ?`,
    Array(2).fill(clock.now().toJSDate()) as never
  )
  for (const { tenantId } of rows) {
    await tenancy.run(tenantId, () =>
      tellWhatWaits.enqueue({}, { dedupeKey: 'kernel.tell_what_waits' })
    )
  }
}

definePeriodic({
  name: 'kernel.find_messages',
  title: 'Trouver à qui écrire',
  everySeconds: EVERY_SECONDS,
  run: findMessages,
})
