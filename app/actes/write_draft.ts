import type { HttpContext } from '@adonisjs/core/http'
import { DomainError } from '#lib/errors'
import { typingIsKept } from '#web/forms/received_middleware'
import { nowSaved } from '#web/forms/shared_form'
import { incomingFiles } from '#web/uploads'
import { submit } from './circuit.js'
import { fillDraft, isBlank } from './draft.js'
import { NumeroTaken } from './errors.js'
import { faultsOf, formField } from './faults.js'
import type Acte from './models/acte.js'
import type { ActeProblem } from './rules/check_acte.js'
import { REVIEW, nextTo, stepNamed, stepOf } from './rules/form_steps.js'
import { nextNumero } from './screens/acte_form_screen.js'
import { sharedDraft } from './shared_draft.js'
import { acteFormValidator, type ActeForm } from './validators/acte_form.js'

/**
 * Keeps the draft whatever is wrong with it, then goes where it was asked: to the parapheur, to
 * another step of its form, or back to the same page.
 */
export async function writeDraft(ctx: HttpContext, acte: Acte) {
  const { request, response, session, tenant } = ctx
  const form = await request.validateUsing(acteFormValidator)
  const [document = null] = await incomingFiles(ctx, 'document')
  const annexes = await incomingFiles(ctx, 'newAnnexes')
  if (!acte.$isPersisted && isBlank(form, { document, annexes }, await nextNumero())) {
    return nothingToKeep(ctx, form, form.then === 'submit' ? await faultsOf(acte) : [])
  }
  const problems = await fillDraft(acte, form, { document, annexes })
  const draft = await sharedDraft(acte)
  await nowSaved(ctx, draft.key)
  typingIsKept(ctx)
  const pages = `/c/${tenant.slug}/actes/${acte.id}/modifier`
  const here = pageOf(pages, form.etape)
  problems.push(...besides(problems, await askedFaults(acte, form)))
  if (problems.length > 0) return backToForm(ctx, here, problems)
  if (form.then === 'submit') return send(ctx, acte, here)
  const step = stepNamed(form.etape)
  if (step && form.then && form.then !== 'save') {
    return response.redirect(pageOf(pages, nextTo(step, form.then === 'back' ? -1 : 1)))
  }
  session.flash('success', 'Le brouillon est enregistré.')
  return response.redirect(here)
}

/** The page of a step, or that of the form on one page. */
const pageOf = (pages: string, step: string | undefined) =>
  step ? `${pages}?etape=${step}` : pages

/** What must be mended before one goes where one asked to. */
async function askedFaults(acte: Acte, { then, etape }: ActeForm): Promise<ActeProblem[]> {
  if (then === 'submit') return faultsOf(acte)
  if (then === 'next' && etape) {
    return (await faultsOf(acte)).filter(({ field }) => stepOf(formField(field)).name === etape)
  }
  if (then === 'skip' || then === 'back' || !(await acte.isNumeroTaken())) return []
  return [{ field: 'numero', message: new NumeroTaken(acte.numero).message }]
}

async function send(ctx: HttpContext, acte: Acte, here: string) {
  try {
    await submit(acte, ctx.actor)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return backToForm(ctx, here, [{ field: error.field ?? 'document', message: error.message }])
  }
  ctx.session.flash('success', 'L’acte est parti en signature.')
  return ctx.response.redirect(`/c/${ctx.tenant.slug}/actes/${acte.id}`)
}

/** A file that could not be kept is not missing as well. */
const besides = (known: ActeProblem[], others: ActeProblem[]) =>
  others.filter(({ field }) => field !== 'document' || !known.some((one) => one.field === field))

/** An empty form leaves nothing behind in the list of actes. */
function nothingToKeep(ctx: HttpContext, { etape }: ActeForm, problems: ActeProblem[]) {
  ctx.session.flash('notice', 'Rien n’est encore écrit : aucun brouillon n’a été gardé.')
  const page = `/c/${ctx.tenant.slug}/actes/nouveau`
  return backToForm(ctx, etape === REVIEW ? page : pageOf(page, etape), problems)
}

function backToForm({ response, session }: HttpContext, page: string, problems: ActeProblem[]) {
  const bag: Record<string, string[]> = {}
  for (const { field, message } of problems) (bag[formField(field)] ??= []).push(message)
  session.flash('inputErrorsBag', bag)
  return response.redirect(page)
}
