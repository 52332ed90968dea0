import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { paymentDelaysScreen } from '../screens/payment_delays_screen.js'

/** How long the member takes to pay, and what it must pay now. */
export default class PaymentDelaysController {
  async index({ tenant, view }: HttpContext) {
    const base = here('invoicing.invoices.index', { tenant })
    return view.render('invoicing/delays', { base, ...(await paymentDelaysScreen(base)) })
  }
}
