import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import Consultation from '../drafting/consultation.js'
import Lot from './lot.js'
import { lotsFormScreen, sharedLots } from './lots_form_screen.js'
import { lotsValidator, typedLots } from './lots_validator.js'
import { writeLots } from './write_lots.js'

/** A draft is divided into lots, or put together again. */
export default class LotsController {
  async edit({ params, view }: HttpContext) {
    const consultation = await Consultation.get(params.id)
    consultation.mustBeDraft()
    const lots = await Lot.of(consultation.id)
    return view.render('procurement/lots', lotsFormScreen(consultation, lots))
  }

  async update(ctx: HttpContext) {
    const typed = typedLots(await ctx.request.validateUsing(lotsValidator))
    const consultation = await Consultation.hold(ctx.params.id)
    const shared = sharedLots(consultation, await Lot.of(consultation.id))
    await mustBeCurrent(ctx, shared)
    const lots = await writeLots(consultation, typed)
    await nowSaved(ctx, shared.key)
    const { tenant } = ctx
    ctx.session.flash('success', wordsOf(lots.length))
    return ctx.response.redirect(
      here('procurement.consultations.show', { tenant, id: consultation.id })
    )
  }
}

const wordsOf = (count: number) =>
  count === 0 ? 'La consultation n’a pas de lot.' : `La consultation a ${count} lots.`
