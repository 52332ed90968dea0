import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import { openedOf } from './award.js'
import { notesForm, proposeFirst } from './notes_form.js'

/** The offers are noted, and the first is proposed to who signs. */
export default class AwardsController {
  async create({ params, view }: HttpContext) {
    const consultation = await Consultation.get(params.id)
    return view.render('procurement/award', { consultation, plis: await openedOf(consultation) })
  }

  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: its state refuses a second proposal
    const typed = await request.validateUsing(notesForm)
    const consultation = await Consultation.hold(params.id)
    await proposeFirst(consultation, typed, actor)
    session.flash('success', 'La décision et les lettres attendent la signature au parapheur.')
    return response.redirect(here('procurement.consultations.show', { tenant, id: params.id }))
  }
}
