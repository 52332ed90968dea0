import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { WINDOW } from './pace.js'
import { sendMail } from './send_mail.js'

/** Where what is to be said is noted: what waits, and what happened. */
const NOTED = ['kernel.mail_lines', 'kernel.mail_news'] as const

/**
 * Orders one mail for each person to whom something is due, with all that is due to her within the
 * window. That a thing is said and the order to say it are one write: killed here, neither is; killed
 * after, both are.
 */
export async function orderMails(): Promise<number> {
  const now = clock.now()
  const people = new Set<string>()
  for (const table of NOTED) {
    const due = await pending(table).where('due_at', '<=', now.toJSDate()).distinct('person_id')
    due.forEach(({ person_id: personId }) => people.add(personId))
  }
  for (const personId of people) {
    const mailId = uuidv7()
    await tenancy.trx().insertQuery().table('kernel.mails').insert({
      tenant_id: tenancy.tenantId(),
      id: mailId,
      person_id: personId,
      ordered_at: now.toJSDate(),
    })
    for (const table of NOTED) {
      await pending(table)
        .where('person_id', personId)
        .where('due_at', '<=', now.plus(WINDOW).toJSDate())
        .update({ mail_id: mailId })
    }
    await sendMail.enqueue({ mailId })
  }
  return people.size
}

const KEPT_DAYS = 90

/** Forgets the mails of three months ago, but those that told what still waits. */
export async function forgetOldMails(): Promise<void> {
  await tenancy
    .trx()
    .from('kernel.mails')
    .where('tenant_id', tenancy.tenantId())
    .where('ordered_at', '<', clock.now().minus({ days: KEPT_DAYS }).toJSDate())
    .whereRaw(
      `not exists (select from kernel.mail_lines lines
        where lines.tenant_id = mails.tenant_id and lines.mail_id = mails.id)`
    )
    .delete()
}

const pending = (table: (typeof NOTED)[number]) =>
  tenancy.trx().from(table).where('tenant_id', tenancy.tenantId()).whereNull('mail_id')
