import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { mustBeCurrent } from '#web/forms/shared_form'
import { listPage } from '#web/list/index'
import { BLANK } from '../blank.js'
import { deleteDraft } from '../gestures.js'
import Acte from '../models/acte.js'
import { FORM_STEPS, REVIEW } from '../rules/form_steps.js'
import { acteForm, nextNumero } from '../screens/acte_form_screen.js'
import { acteList } from '../screens/acte_list_screen.js'
import { acteScreen } from '../screens/acte_screen.js'
import { reviewOfForm, stepOfForm } from '../screens/acte_steps_screen.js'
import { sharedDraft } from '../shared_draft.js'
import { writeDraft } from '../write_draft.js'

export default class ActesController {
  async index(ctx: HttpContext) {
    const base = here('actes.actes.index', { tenant: ctx.tenant })
    const list = await listPage(ctx, acteList(base), base)
    return ctx.view.render('actes/actes/index', { base, list })
  }

  async show(ctx: HttpContext) {
    const acte = await Acte.get(ctx.params.id)
    return ctx.view.render('actes/actes/show', await acteScreen(acte, ctx))
  }

  /** The whole form, or its first step: the others come once there is a draft to keep them. */
  async create({ view, tenant, request }: HttpContext) {
    const acte = new Acte().merge({ state: 'draft', numero: await nextNumero() })
    const form = await acteForm(acte, `/c/${tenant.slug}/actes`)
    const [first] = FORM_STEPS
    const step = request.input('etape') ? await stepOfForm(acte, first.name) : null
    return view.render(`actes/actes/${step ? 'step' : 'edit'}`, { ...form, step, isNew: true })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: it creates a draft, and nobody has seen it yet
    return writeDraft(ctx, new Acte().merge({ ...BLANK, createdBy: ctx.actor.id }))
  }

  /** The whole form, one of its steps, or all that it says before it leaves. */
  async edit({ params, view, tenant, request }: HttpContext) {
    const acte = await Acte.get(params.id)
    acte.mustBeDraft()
    const asked = request.input('etape')
    const form = await acteForm(acte, `/c/${tenant.slug}/actes`, Boolean(asked))
    if (asked === REVIEW) {
      const review = await reviewOfForm(acte, form.here)
      return view.render('actes/actes/review', { ...form, ...review })
    }
    const step = await stepOfForm(acte, asked)
    return view.render(`actes/actes/${step ? 'step' : 'edit'}`, { ...form, step, isNew: false })
  }

  async update(ctx: HttpContext) {
    const acte = await Acte.hold(ctx.params.id)
    acte.mustBeDraft()
    await mustBeCurrent(ctx, await sharedDraft(acte))
    return writeDraft(ctx, acte)
  }

  async destroy({ params, response, session, tenant }: HttpContext) {
    await deleteDraft(params.id)
    session.flash('success', 'Le brouillon est supprimé.')
    return response.redirect(`/c/${tenant.slug}/actes`)
  }
}
