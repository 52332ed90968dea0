import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Invoice from '../models/invoice.js'
import { takeUp } from '../trouble.js'

/** « Reprendre »: what was given up runs again. */
export default class ResumptionsController {
  async store({ actor, params, response, session, tenant }: HttpContext) {
    // Compared with nothing: a second time, nothing waits any more
    await takeUp(await Invoice.hold(params.id), actor)
    session.flash('success', 'C’est repris. Cette page suit ce qui se passe.')
    return response.redirect(here('invoicing.invoices.show', { tenant, id: params.id }))
  }
}
