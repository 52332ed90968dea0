import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import { NotOnline } from '../errors.js'
import { abandon } from './abandon.js'
import { reasonValidator } from './reason_form.js'

/** Declares a consultation sans suite. */
export default class AbandonmentsController {
  async create({ params, view }: HttpContext) {
    const consultation = await Consultation.get(params.id)
    if (!consultation.allows('abandon')) throw new NotOnline()
    return view.render('procurement/abandon', { consultation })
  }

  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: what is given up already is refused by its state
    const { reason } = await request.validateUsing(reasonValidator)
    const consultation = await Consultation.hold(params.id)
    await abandon(consultation, reason, actor)
    session.flash('success', 'La consultation est sans suite ; chacun est prévenu.')
    return response.redirect(here('procurement.consultations.show', { tenant, id: params.id }))
  }
}
