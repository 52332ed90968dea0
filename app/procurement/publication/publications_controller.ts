import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import { submit, withdraw } from './submit.js'

/** A consultation leaves for the parapheur, whose signature publishes it. */
export default class PublicationsController {
  async store({ params, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: a draft that went already is refused by its state
    const consultation = await Consultation.hold(params.id)
    await submit(consultation, actor)
    session.flash('success', 'La consultation attend la signature du règlement au parapheur.')
    return response.redirect(here('procurement.consultations.show', { tenant, id: params.id }))
  }

  async destroy({ params, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: the parapheur refuses to give back what is signed
    const consultation = await Consultation.hold(params.id)
    await withdraw(consultation, actor)
    session.flash('success', 'La consultation est de nouveau un brouillon.')
    return response.redirect(here('procurement.consultations.show', { tenant, id: params.id }))
  }
}
