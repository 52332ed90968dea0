import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf } from '#web/cursor'
import { here } from '#web/here'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { consultationScreen } from './consultation_screen.js'
import Consultation from './consultation.js'
import { blankForm, formOf, sharedConsultation } from './consultation_form_screen.js'
import { writeConsultation } from './write_consultation.js'

const SHOWN = 50

export default class ConsultationsController {
  async index({ request, view }: HttpContext) {
    const after = cursorOf(request)
    const query = Consultation.query()
      .orderBy('id', 'desc')
      .limit(SHOWN + 1)
    if (after) query.where('id', '<', after)
    const found = await query
    const consultations = found.slice(0, SHOWN)
    const next = found.length > SHOWN ? `?apres=${consultations.at(-1)!.id}` : null
    return view.render('procurement/index', { consultations, next })
  }

  async show(ctx: HttpContext) {
    const consultation = await Consultation.get(ctx.params.id)
    return ctx.view.render('procurement/show', await consultationScreen(consultation, ctx))
  }

  async create({ view }: HttpContext) {
    return view.render('procurement/edit', { consultation: null, files: [], ...blankForm() })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: it creates a draft, and nobody has seen it yet
    const draft = new Consultation().merge({ state: 'draft', createdBy: ctx.actor.id })
    await writeConsultation(ctx, draft)
    ctx.session.flash('success', 'Le brouillon est enregistré.')
    return ctx.response.redirect(pageOf(ctx, draft))
  }

  async edit({ params, view }: HttpContext) {
    const consultation = await Consultation.get(params.id)
    consultation.mustBeDraft()
    const files = await consultation.documents()
    return view.render('procurement/edit', { consultation, files, ...formOf(consultation) })
  }

  async update(ctx: HttpContext) {
    const consultation = await Consultation.hold(ctx.params.id)
    consultation.mustBeDraft()
    const shared = sharedConsultation(consultation)
    await mustBeCurrent(ctx, shared)
    await writeConsultation(ctx, consultation)
    await nowSaved(ctx, shared.key)
    ctx.session.flash('success', 'Le brouillon est enregistré.')
    return ctx.response.redirect(pageOf(ctx, consultation))
  }
}

const pageOf = ({ tenant }: HttpContext, { id }: Consultation) =>
  here('procurement.consultations.show', { tenant, id })
