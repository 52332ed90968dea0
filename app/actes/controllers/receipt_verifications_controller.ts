import type { HttpContext } from '@adonisjs/core/http'
import Acte from '../models/acte.js'
import { verifyReceipt } from '../receipt_trust.js'

/** « J’ai vérifié cet accusé de réception »: an agent vouches for what no mail server vouches for. */
export default class ReceiptVerificationsController {
  async store({ params, actor, tenant, response, session }: HttpContext) {
    // Compared with nothing: a receipt is waited for or not; the second person finds none to verify
    const acte = await Acte.hold(params.id)
    await verifyReceipt(acte, actor)
    session.flash('success', 'C’est noté : la publication suit son cours.')
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}`)
  }
}
