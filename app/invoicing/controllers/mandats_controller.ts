import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { mandatForm } from '../forms.js'
import Invoice from '../models/invoice.js'
import { orderPayment } from '../service/order.js'

/** The mandat that pays an invoice: its number, typed. */
export default class MandatsController {
  async store({ actor, params, request, response, session, tenant }: HttpContext) {
    // Compared with nothing: an invoice that is ordered already refuses it
    const { mandat } = await request.validateUsing(mandatForm)
    await orderPayment(await Invoice.hold(params.id), mandat, actor)
    session.flash('success', 'Le mandat est noté, et Chorus Pro en sera prévenu.')
    return response.redirect(here('invoicing.invoices.show', { tenant, id: params.id }))
  }
}
