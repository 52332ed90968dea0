import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import { LOT_ENDINGS } from '../rules/lot_lifecycle.js'
import { endLot } from './end_lot.js'
import Lot from './lot.js'
import { lotEndingForm } from './lot_ending_form.js'

const options = Object.entries(LOT_ENDINGS).map(([value, label]) => ({ value, label }))

/** A lot ends without a marché: no offer suits, or the need has changed. */
export default class LotEndingsController {
  async create({ params, view }: HttpContext) {
    const consultation = await Consultation.get(params.id)
    const lot = await Lot.holdOf(consultation.id, params.lot)
    const isBefore = lot.state === 'planned'
    // Before the hour no offer is read: none can be judged
    const offered = isBefore ? options.filter(({ value }) => value === 'abandon') : options
    return view.render('procurement/end_lot', { consultation, lot, isBefore, options: offered })
  }

  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: a lot that is over, or in signature, refuses it by its state
    const form = await request.validateUsing(lotEndingForm)
    const consultation = await Consultation.hold(params.id)
    const lot = await Lot.holdOf(consultation.id, params.lot)
    await endLot(consultation, lot, form, actor)
    session.flash(
      'success',
      `Le lot ${lot.number} est fini : ${lot.shownState.label.toLowerCase()}.`
    )
    return response.redirect(here('procurement.consultations.show', { tenant, id: params.id }))
  }
}
