import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { mustBeCurrent } from '#web/forms/shared_form'
import { listPage } from '#web/list/index'
import { deleteDraft } from '../gestures.js'
import Acte from '../models/acte.js'
import { acteForm, nextNumero } from '../screens/acte_form_screen.js'
import { acteList } from '../screens/acte_list_screen.js'
import { acteScreen } from '../screens/acte_screen.js'
import { sharedDraft } from '../shared_draft.js'
import { writeDraft } from '../write_draft.js'

/** An acte of which nothing is said yet. */
const BLANK = {
  state: 'draft',
  natureCode: null,
  matiere: '',
  numero: '',
  objet: '',
  decisionDate: null,
  typePj: '',
  documentId: null,
  signedDocumentId: null,
  previousIdentifier: null,
} as const

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

  async create({ view, tenant }: HttpContext) {
    const acte = new Acte().merge({ state: 'draft', numero: await nextNumero() })
    const form = await acteForm(acte, `/c/${tenant.slug}/actes`)
    return view.render('actes/actes/edit', { ...form, isNew: true })
  }

  async store(ctx: HttpContext) {
    return writeDraft(ctx, new Acte().merge({ ...BLANK, createdBy: ctx.actor.id }))
  }

  async edit({ params, view, tenant }: HttpContext) {
    const acte = await Acte.get(params.id)
    acte.mustBeDraft()
    const form = await acteForm(acte, `/c/${tenant.slug}/actes`)
    return view.render('actes/actes/edit', { ...form, isNew: false })
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
