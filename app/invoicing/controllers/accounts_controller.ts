import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { sayAccountIsHers } from '../before_paying/account_check.js'
import Invoice from '../models/invoice.js'

/** The account of an invoice: one person checks it with the supplier, another confirms it. */
export default class AccountsController {
  async store({ actor, params, request, response, session, tenant }: HttpContext) {
    const invoice = await Invoice.hold(params.id)
    // Compared with the step that was on the page: checking is not confirming what somebody just checked
    const step = await sayAccountIsHers(invoice, actor, request.input('step'))
    session.flash(
      'success',
      step === 'confirmed'
        ? 'Le compte est confirmé.'
        : 'Le compte est dit vérifié : une autre personne doit le confirmer.'
    )
    return response.redirect(here('invoicing.invoices.show', { tenant, id: params.id }))
  }
}
