import mail from '@adonisjs/mail/services/main'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { tellWhatWaits } from '#web/messages/find_messages'
import { tenancy } from '#kernel/tenancy'

/** A mail as the server received it. */
export interface Sent {
  to: string
  subject: string
  text: string
  html: string
  messageId: string
  headers: Record<string, unknown>
}

/** What the tests of mails run and read: orders of what waits, and nothing of other suites. */
const ORDERS = () =>
  systemDb()
    .from('kernel.outbox')
    .where('name', 'kernel.send_mail')
    .whereNull('done_at')
    .whereNull('failed_at')
    .orderBy('id')

/** As the periodic work does in one member. */
export const tell = (tenantId: string) =>
  tenancy.outside(() => tellWhatWaits.run({}, { tenantId } as never))

/** Tells nothing of what waited before: the mails of a test are its own. */
export async function forgetWhatWaits(tenantId: string): Promise<void> {
  await ORDERS().delete()
  await tenancy.run(tenantId, async ({ trx }) => {
    await trx.from('kernel.tasks').where('tenant_id', tenantId).delete()
  })
}

/** Runs the orders to send. */
export async function sendOrders(): Promise<void> {
  for (const { id } of await ORDERS()) await runJob(id)
}

/** Sends the mails that were ordered, and returns them. */
export async function sentMails(): Promise<Sent[]> {
  using fake = mail.fake()
  await sendOrders()
  return fake.messages.sent().map((message) => {
    const { to, headers, ...rest } = message.nodeMailerMessage as any
    return { ...rest, to: JSON.stringify(to), headers: headers ?? {} }
  })
}
