import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { listPage } from '#web/list/index'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { consultationList } from './consultation_list_screen.js'
import { consultationScreen } from './consultation_screen.js'
import Consultation from './consultation.js'
import { blankForm, formOf, sharedConsultation } from './consultation_form_screen.js'
import { writeConsultation } from './write_consultation.js'

export default class ConsultationsController {
  async index(ctx: HttpContext) {
    const base = here('procurement.consultations.index', { tenant: ctx.tenant })
    const list = await listPage(ctx, consultationList(base), base)
    return ctx.view.render('procurement/index', { list })
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
