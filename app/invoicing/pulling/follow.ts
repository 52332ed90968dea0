import { OUTSIDE } from '#kernel/actor'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { type DateTime } from 'luxon'
import { stateOfChorus } from '#lib/einvoice/lifecycle'
import { invoicePaid } from '../events.js'
import { chorus, type PassedStatus } from '../gateways/chorus.js'
import type { ChorusAnswer } from '../gateways/chorus_call.js'
import Invoice from '../models/invoice.js'
import Status from '../models/status.js'
import Validation from '../models/validation.js'
import { keepRequested, tellThoseAfter } from '../works/requested.js'
import { catchUp } from '../rules/catch_up.js'
import type { InvoiceEvent } from '../rules/lifecycle.js'
import { isValidation } from '../rules/validation_words.js'
import { fromDay } from '../days.js'
import { chorusAccount } from '../settings.js'
import { askForService, askForMandat, askForAccount } from '../invoice_tasks.js'
import { holdUp, sayTrouble } from '../trouble.js'
import { failing } from './standing.js'

class NotYet extends Error {}

/** Reads the history of an invoice at Chorus Pro, and leads ours where it stands. */
export const follow = defineJob<{ invoiceId: string }>({
  name: 'invoicing.follow',
  title: 'Suivre une facture chez Chorus Pro',
  queue: 'outside',
  attempts: 12,
  onGiveUp: ({ invoiceId }, about) => holdUp(invoiceId, about),
  async handle({ invoiceId }, { tenantId }) {
    const [account, invoice] = await tenancy.run(
      tenantId,
      async () => [chorusAccount(await tenants.current()), await Invoice.get(invoiceId)] as const
    )
    if (!account) return
    const chorusId = Number(invoice.chorusId)
    const passed = await said(tenantId, chorus.history(account, chorusId))
    const preceding = invoice.worksPiece
      ? await said(tenantId, chorus.preceding(account, chorusId))
      : null
    await tenancy.run(tenantId, () => apply(invoiceId, passed, preceding))
  },
})

async function said<T>(tenantId: string, asked: Promise<ChorusAnswer<T>>): Promise<T> {
  const answer = await asked
  if (answer.is === 'said') return answer.value
  await tenancy.run(tenantId, () => failing(answer.says))
  throw new NotYet(answer.says)
}

/** Writes what is new of a history, and moves the invoice by it; in the transaction in context. */
async function apply(
  invoiceId: string,
  passed: PassedStatus[],
  preceding: number | null
): Promise<void> {
  const invoice = await Invoice.hold(invoiceId)
  if (preceding !== null) invoice.precedingChorusId = preceding
  const fresh: { state: Parameters<typeof catchUp>[0]; note?: string }[] = []
  for (const { histoStatutCode, histoStatutDatePassage, histoStatutCommentaire: note } of passed) {
    const at = new Date(histoStatutDatePassage)
    if (isValidation(histoStatutCode))
      await Validation.note(invoice.id, { status: histoStatutCode, at, note })
    const state = stateOfChorus(histoStatutCode)
    if (state === null) continue
    if (await Status.note(invoice.id, { status: state, at, note })) fresh.push({ state, note })
  }
  const { events, astray } = catchUp(
    invoice.state,
    fresh.map(({ state }) => state)
  )
  await keepDays(invoice)
  await tellThoseAfter(invoice, keepDays)
  for (const event of events) await invoice.step(event, OUTSIDE, reasonOf(event, fresh))
  if (events.length > 0) await tell(invoice, events)
  if (astray)
    await sayTrouble(invoice, `Chorus Pro la dit « ${astray} », d’où elle ne devrait pas venir.`)
}

const reasonOf = (event: InvoiceEvent, fresh: { note?: string }[]) =>
  event === 'suspend' || event === 'refuse' || event === 'complete' ? fresh.at(-1)?.note : undefined

/** The legal days that the clock reckons with. */
async function keepDays(invoice: Invoice): Promise<void> {
  const statuses = await Status.of(invoice.id)
  const first = statuses.find(({ status }) => status === 'available')
  const paid = statuses.find(({ status }) => status === 'paid')
  invoice.availableOn = fromDay(first?.day ?? null) as DateTime | null
  invoice.paidOn = fromDay(paid?.day ?? null) as DateTime | null
  await keepRequested(invoice)
  await keepDue(invoice)
}

/** Its delay, reckoned anew from what is known. */
export async function keepDue(invoice: Invoice): Promise<void> {
  const clock = await invoice.clock()
  invoice.dueOn = fromDay(clock?.dueOn ?? null) as DateTime | null
  await invoice.save()
}

async function tell(invoice: Invoice, events: InvoiceEvent[]): Promise<void> {
  if (invoice.isPreparatory) return askForAccount(invoice)
  if (invoice.isToOrder) await askForMandat(invoice)
  else if (invoice.allows('certify') && !invoice.folderId) await askForService(invoice)
  if (events.includes('pay')) await invoicePaid.emit({ invoiceId: invoice.id })
}
