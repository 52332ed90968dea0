import type { HttpContext } from '@adonisjs/core/http'
import { DomainError } from '#kernel/errors'
import { typingIsKept } from '#kernel/http/forms/received_middleware'
import { incomingFiles } from '#kernel/uploads'
import { submit } from '../circuit.js'
import { fillDraft } from '../draft.js'
import { ActeAlreadySent, NumeroTaken } from '../errors.js'
import Acte from '../models/acte.js'
import type { ActeProblem } from '../rules/check_acte.js'
import { acteForm, nextNumero } from '../screens/acte_form.js'
import { acteList } from '../screens/acte_list.js'
import { acteScreen } from '../screens/acte_screen.js'
import { acteFormValidator } from '../validators/acte_form.js'

export default class ActesController {
  async index(ctx: HttpContext) {
    return ctx.view.render('actes/actes/index', await acteList(ctx))
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
    const acte = new Acte().merge({ state: 'draft', createdBy: ctx.actor.id })
    return write(ctx, acte)
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
    return write(ctx, acte)
  }

  async destroy({ params, response, session, tenant }: HttpContext) {
    const acte = await Acte.hold(params.id)
    acte.mustBeDraft()
    if (await acte.wasSent()) throw new ActeAlreadySent()
    await acte.delete()
    session.flash('success', 'Le brouillon est supprimé.')
    return response.redirect(`/c/${tenant.slug}/actes`)
  }
}

/** Keeps the draft whatever is wrong with it, then sends it to the parapheur if it was asked. */
async function write(ctx: HttpContext, acte: Acte) {
  const { request, response, session, tenant, actor } = ctx
  const form = await request.validateUsing(acteFormValidator)
  const [document = null] = await incomingFiles(ctx, 'document')
  const annexes = await incomingFiles(ctx, 'newAnnexes')
  const problems = await fillDraft(acte, form, { document, annexes })
  typingIsKept(ctx)
  const here = `/c/${tenant.slug}/actes/${acte.id}`
  if (await acte.isNumeroTaken()) {
    problems.push({ field: 'numero', message: new NumeroTaken(acte.numero).message })
  }
  if (problems.length > 0) return backToForm(ctx, here, problems)
  if (form.then !== 'submit') {
    session.flash('success', 'Le brouillon est enregistré.')
    return response.redirect(`${here}/modifier`)
  }
  const refused = await acte.problems()
  if (refused.length > 0) return backToForm(ctx, here, refused)
  try {
    await submit(acte, actor)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return backToForm(ctx, here, [{ field: error.field ?? 'document', message: error.message }])
  }
  session.flash('success', 'L’acte est parti en signature.')
  return response.redirect(here)
}

function backToForm({ response, session }: HttpContext, here: string, problems: ActeProblem[]) {
  const bag: Record<string, string[]> = {}
  for (const { field, message } of problems) (bag[formField(field)] ??= []).push(message)
  session.flash('inputErrorsBag', bag)
  return response.redirect(`${here}/modifier`)
}

/** The field of the form at which a rule's problem is shown: files there already have no field. */
function formField(field: string): string {
  if (field === 'annexes') return 'newAnnexes'
  return field.replace(/^(annexes\.\d+)\.file$/, '$1.typePJ')
}
