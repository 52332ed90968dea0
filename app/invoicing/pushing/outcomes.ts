import { DateTime } from 'luxon'
import { SYSTEM } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { clock } from '#kernel/clock'
import { STATE_WORDS } from '../rules/state_words.js'
import Invoice from '../models/invoice.js'
import Push from '../models/push.js'
import Status from '../models/status.js'
import { keepDue } from '../pulling/follow.js'
import { sayTrouble } from '../trouble.js'

const held = (id: string) => Push.query().where('id', id).forUpdate().firstOrFail()

/** Chorus Pro has it, since `at`: in the transaction in context. Twice is once. */
export async function take(pushId: string, at: Date | null): Promise<void> {
  const push = await held(pushId)
  if (push.state !== 'attempting') return
  const takenAt = at ?? clock.now().toJSDate()
  push.merge({ takenAt: DateTime.fromJSDate(takenAt), lastError: null })
  await push.move('take')
  await Status.note(push.invoiceId, {
    status: push.status,
    at: takenAt,
    note: push.reason ?? undefined,
  })
  const invoice = await Invoice.hold(push.invoiceId)
  await keepDue(invoice)
  await journal.append({
    type: 'invoicing.invoice_status_taken',
    subject: invoice.ref,
    actor: SYSTEM,
    data: { status: push.status, takenAt: takenAt.toISOString() },
  })
}

/** It was surely not heard: another attempt begins anew. */
export async function release(pushId: string, says: string): Promise<void> {
  const push = await held(pushId)
  if (push.state !== 'attempting') return
  push.lastError = says
  await push.move('release')
}

/** Chorus Pro refuses it: the invoice says so, and somebody is called. */
export async function refuse(pushId: string, says: string): Promise<void> {
  const push = await held(pushId)
  if (push.state !== 'attempting') return
  push.lastError = says
  await push.move('refuse')
  const { label } = STATE_WORDS[push.status]
  await sayTrouble(
    await Invoice.hold(push.invoiceId),
    `Chorus Pro refuse le statut « ${label} » : ${says} Vérifiez l’état de la facture sur son portail, puis reprenez.`,
    { name: 'invoicing.resume_pushes', payload: { invoiceId: push.invoiceId } }
  )
}
