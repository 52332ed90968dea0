import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { askNow } from '../pulling/ask_now.js'

/** « Relever maintenant »: without waiting for the next time. */
export default class PullsController {
  async store({ response, session, tenant }: HttpContext) {
    // Compared with nothing: what is read twice changes nothing
    await askNow(tenant)
    session.flash('success', 'La relève de Chorus Pro commence.')
    return response.redirect(here('invoicing.invoices.index', { tenant }))
  }
}
