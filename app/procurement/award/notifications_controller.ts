import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import { notify } from './award.js'

export default class NotificationsController {
  async store({ params, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: its state refuses a second notification
    const consultation = await Consultation.hold(params.id)
    await notify(consultation, actor)
    session.flash(
      'success',
      'Les lettres sont à la disposition des entreprises, et le marché est notifié.'
    )
    return response.redirect(here('procurement.consultations.show', { tenant, id: params.id }))
  }
}
