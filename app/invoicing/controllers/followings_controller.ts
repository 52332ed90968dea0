import type { HttpContext } from '@adonisjs/core/http'
import { InvoiceMissing } from '../errors.js'
import { invoiceOfLink } from '../follow_link.js'
import Invoice from '../models/invoice.js'
import { followScreen } from '../screens/follow_screen.js'

/** What a supplier reads of her invoice, by the link that we signed. */
export default class FollowingsController {
  async show({ params, response, tenant, view }: HttpContext) {
    const invoiceId = invoiceOfLink(params.link)
    // As if it did not exist: who guesses learns nothing
    if (!invoiceId) throw new InvoiceMissing()
    response.header('cache-control', 'private, no-store')
    response.header('x-robots-tag', 'noindex')
    const screen = await followScreen(await Invoice.get(invoiceId), tenant)
    return view.render('invoicing/public/follow', screen)
  }
}
