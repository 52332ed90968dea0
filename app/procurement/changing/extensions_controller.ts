import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import Consultation from '../drafting/consultation.js'
import { shownShared } from '../drafting/consultation_form_screen.js'
import { NotOnline } from '../errors.js'
import { extend } from './extend.js'
import { proposalOf } from './proposal.js'
import { hourValidator, laterHour, sharedHour, typedHour } from './hour_form.js'

/** Moves the hour of a published consultation back, for everybody. */
export default class ExtensionsController {
  async create({ params, view }: HttpContext) {
    const consultation = await Consultation.get(params.id)
    if (!consultation.allows('extend')) throw new NotOnline()
    const proposal = await proposalOf(consultation)
    return view.render('procurement/extend', {
      ...{ consultation, proposal },
      shared: shownShared(sharedHour(consultation)),
      typed: typedHour(proposal?.hour ?? consultation.hour),
    })
  }

  async store(ctx: HttpContext) {
    const consultation = await Consultation.hold(ctx.params.id)
    const shared = sharedHour(consultation)
    await mustBeCurrent(ctx, shared)
    const { reason, ...typed } = await ctx.request.validateUsing(hourValidator)
    await extend(consultation, { deadline: laterHour(consultation, typed), reason }, ctx.actor)
    await nowSaved(ctx, shared.key)
    const { tenant } = ctx
    ctx.session.flash('success', 'L’heure limite est reportée pour tous ; chacun est prévenu.')
    return ctx.response.redirect(
      here('procurement.consultations.show', { tenant, id: consultation.id })
    )
  }
}
