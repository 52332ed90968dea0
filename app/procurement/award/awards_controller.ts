import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import { notesForm, proposeFirst } from './notes_form.js'
import { openedOf } from './opened.js'

/** The offers are noted, and the first is proposed to who signs. */
export default class AwardsController {
  async create({ params, view, tenant }: HttpContext) {
    const consultation = await Consultation.get(params.id)
    const action = here('procurement.awards.store', { tenant, id: params.id })
    const plis = await openedOf(consultation)
    return view.render('procurement/award', { consultation, plis, lot: null, action })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: its state refuses a second proposal
    const { params, request, response, session, tenant, actor } = ctx
    const typed = await request.validateUsing(notesForm)
    const consultation = await Consultation.hold(params.id)
    await proposeFirst(consultation, typed, actor)
    session.flash('success', 'La décision et les lettres attendent la signature au parapheur.')
    return response.redirect(here('procurement.consultations.show', { tenant, id: params.id }))
  }
}
