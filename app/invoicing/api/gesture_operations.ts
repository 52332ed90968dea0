import vine from '@vinejs/vine'
import type { Call, Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { mandatForm, replyForm, serviceDay, serviceForm, wholeReply } from '../forms.js'
import Invoice from '../models/invoice.js'
import { askNow } from '../pulling/ask_now.js'
import { orderPayment } from '../service/order.js'
import { replyTo } from '../service/reply.js'
import { requestService, withdrawService } from '../service/request.js'
import { takeUp } from '../trouble.js'
import { invoiceAnswer, toldAgain } from './invoice_resource.js'

/** Does that to the invoice that is named, held, and tells it again. */
const does = (gesture: (invoice: Invoice, call: Call) => Promise<void>) => async (call: Call) => {
  await gesture(await Invoice.hold(call.params.id), call)
  return toldAgain(call.params.id)
}

const common = { permission: 'invoicing.write', refuses: [409] as [409] }

export const gestureOperations: Operation[] = [
  {
    ...common,
    name: 'request_service',
    call: 'POST /:id/service-fait',
    title: 'Envoyer le certificat de service fait en signature',
    body: serviceForm,
    answer: invoiceAnswer(202),
    seen: { nothing: 'an invoice in signature, or certified, refuses it' },
    gestures: ['invoicing.services.store'],
    run: does((invoice, { body, ctx }) =>
      requestService(invoice, serviceDay(body.doneOn), ctx.actor)
    ),
  },
  {
    ...common,
    name: 'withdraw_service',
    call: 'DELETE /:id/service-fait',
    title: 'Rappeler le certificat de service fait',
    answer: invoiceAnswer(),
    seen: { nothing: 'a certificate that is signed, or not sent, refuses it' },
    gestures: ['invoicing.services.destroy'],
    run: does((invoice, { ctx }) => withdrawService(invoice, ctx.actor)),
  },
  {
    ...common,
    name: 'order',
    call: 'POST /:id/mandat',
    title: 'Noter le mandat qui paie une facture',
    body: mandatForm,
    answer: invoiceAnswer(202),
    seen: { nothing: 'an invoice that is ordered already refuses it' },
    gestures: ['invoicing.mandats.store'],
    run: does((invoice, { body, ctx }) => orderPayment(invoice, body.mandat, ctx.actor)),
  },
  {
    ...common,
    name: 'reply',
    call: 'POST /:id/reponse',
    title: 'Suspendre une facture, la rejeter, ou la faire réadresser',
    body: replyForm,
    answer: invoiceAnswer(202),
    seen: { nothing: 'an invoice that its supplier moved refuses what it cannot become' },
    gestures: ['invoicing.replies.store'],
    run: does((invoice, { body, ctx }) => replyTo(invoice, wholeReply(body), ctx.actor)),
  },
  {
    ...common,
    name: 'resume',
    call: 'POST /:id/reprise',
    title: 'Reprendre ce qui retient une facture',
    answer: invoiceAnswer(202),
    seen: { nothing: 'a second time, nothing waits any more' },
    gestures: ['invoicing.resumptions.store', 'invoicing.lists.store'],
    run: does((invoice, { ctx }) => takeUp(invoice, ctx.actor)),
  },
  {
    ...common,
    name: 'pull',
    call: 'POST /releve',
    title: 'Relever Chorus Pro sans attendre',
    answer: {
      kind: 'thing',
      of: 'Releve',
      shape: vine.create({ state: told.text() }),
      status: 202,
    },
    seen: { nothing: 'what is read twice changes nothing' },
    gestures: ['invoicing.pulls.store'],
    async run({ ctx }) {
      await askNow(ctx.tenant)
      return { state: 'asked' }
    },
  },
]
