import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { serviceDay, serviceForm } from '../forms.js'
import Invoice from '../models/invoice.js'
import { requestService, withdrawService } from '../service/request.js'

/** The certificat de service fait of an invoice: sent to be signed, or taken back. */
export default class ServicesController {
  async store({ actor, params, request, response, session, tenant }: HttpContext) {
    // Compared with nothing: an invoice in signature, or certified, refuses it
    const { doneOn } = await request.validateUsing(serviceForm)
    await requestService(await Invoice.hold(params.id), serviceDay(doneOn), actor)
    session.flash('success', 'Le certificat est parti en signature, la facture avec lui.')
    return response.redirect(here('invoicing.invoices.show', { tenant, id: params.id }))
  }

  async destroy({ actor, params, response, session, tenant }: HttpContext) {
    await withdrawService(await Invoice.hold(params.id), actor)
    session.flash('success', 'Le certificat est revenu : rien n’a été signé.')
    return response.redirect(here('invoicing.invoices.show', { tenant, id: params.id }))
  }
}
