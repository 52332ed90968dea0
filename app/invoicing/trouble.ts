import type { Actor } from '#kernel/actor'
import { takeUpAgain, type GivenUp } from '#kernel/jobs'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { NothingToResume } from './errors.js'
import { askToResume, closeTrouble } from './invoice_tasks.js'
import Invoice from './models/invoice.js'

/** The work on an invoice was given up: it says why, and the agents are asked to take it up again. */
export function holdUp(
  invoiceId: string,
  { tenantId, name, payload, reason }: GivenUp
): Promise<void> {
  return tenancy.run(tenantId, async () =>
    sayTrouble(await Invoice.hold(invoiceId), reason, { name, payload })
  )
}

/** Says what holds an invoice up, and what to run to take it up again; in the transaction in context. */
export async function sayTrouble(
  invoice: Invoice,
  trouble: string,
  troubleJob: Invoice['troubleJob'] = null
): Promise<void> {
  await invoice.merge({ trouble, troubleJob }).save()
  await askToResume(invoice)
}

/** An agent takes up again what was given up. @throws E_INVOICING_NOTHING_TO_RESUME */
export async function takeUp(invoice: Invoice, by: Actor): Promise<void> {
  if (!invoice.trouble) throw new NothingToResume()
  if (invoice.troubleJob) await takeUpAgain(invoice.troubleJob)
  await invoice.merge({ trouble: null, troubleJob: null }).save()
  await closeTrouble(invoice)
  await journal.append({ type: 'invoicing.invoice_taken_up', subject: invoice.ref, actor: by })
}
