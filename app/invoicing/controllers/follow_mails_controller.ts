import type { HttpContext } from '@adonisjs/core/http'
import { journal } from '#kernel/journal'
import { here } from '#web/here'
import { mailFollowLink } from '../following/mail_follow_link.js'
import { followMailForm } from '../forms.js'
import Invoice from '../models/invoice.js'

/** The address by which a supplier follows her invoice, mailed to her. */
export default class FollowMailsController {
  async store({ actor, params, request, response, session, tenant }: HttpContext) {
    // Compared with nothing: it tells what is, and changes nothing of it
    const { email } = await request.validateUsing(followMailForm)
    const invoice = await Invoice.get(params.id)
    await mailFollowLink.enqueue({ invoiceId: invoice.id, email })
    // The address of a person stays out of the journal, which forgets nothing
    await journal.append({
      type: 'invoicing.invoice_follow_mailed',
      subject: invoice.ref,
      actor,
    })
    session.flash('success', 'Le suivi part par courriel au fournisseur.')
    return response.redirect(here('invoicing.invoices.show', { tenant, id: params.id }))
  }
}
