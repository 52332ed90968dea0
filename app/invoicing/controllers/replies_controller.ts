import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { here } from '#web/here'
import { replyIn } from '../forms.js'
import Invoice from '../models/invoice.js'
import { replyTo } from '../service/reply.js'
import { sharedReply } from '../shared_reply.js'

/** The answer to an invoice that is not paid as it is. */
export default class RepliesController {
  async store(ctx: HttpContext) {
    const { actor, params, request, response, session, tenant } = ctx
    const invoice = await Invoice.hold(params.id)
    const shared = sharedReply(invoice)
    // Its supplier may have completed it while the agent wrote
    await mustBeCurrent(ctx, shared)
    await replyTo(invoice, await replyIn(request), actor)
    await nowSaved(ctx, shared.key)
    session.flash('success', 'La réponse part à Chorus Pro, qui la notifie au fournisseur.')
    return response.redirect(here('invoicing.invoices.show', { tenant, id: params.id }))
  }
}
