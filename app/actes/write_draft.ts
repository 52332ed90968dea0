import type { HttpContext } from '@adonisjs/core/http'
import { DomainError } from '#lib/errors'
import { typingIsKept } from '#web/forms/received_middleware'
import { nowSaved } from '#web/forms/shared_form'
import { incomingFiles } from '#web/uploads'
import { submit } from './circuit.js'
import { fillDraft, isBlank } from './draft.js'
import { NumeroTaken } from './errors.js'
import type Acte from './models/acte.js'
import type { ActeProblem } from './rules/check_acte.js'
import { nextNumero } from './screens/acte_form_screen.js'
import { sharedDraft } from './shared_draft.js'
import { acteFormValidator } from './validators/acte_form.js'

/** Keeps the draft whatever is wrong with it, then sends it to the parapheur if it was asked. */
export async function writeDraft(ctx: HttpContext, acte: Acte) {
  const { request, response, session, tenant, actor } = ctx
  const form = await request.validateUsing(acteFormValidator)
  const [document = null] = await incomingFiles(ctx, 'document')
  const annexes = await incomingFiles(ctx, 'newAnnexes')
  if (!acte.$isPersisted && isBlank(form, { document, annexes }, await nextNumero())) {
    return nothingToKeep(ctx, form.then === 'submit' ? await faultsOf(acte) : [])
  }
  const problems = await fillDraft(acte, form, { document, annexes })
  const draft = await sharedDraft(acte)
  await nowSaved(ctx, draft.key)
  typingIsKept(ctx)
  const here = `/c/${tenant.slug}/actes/${acte.id}`
  if (form.then === 'submit') problems.push(...besides(problems, await faultsOf(acte)))
  else if (await acte.isNumeroTaken()) {
    problems.push({ field: 'numero', message: new NumeroTaken(acte.numero).message })
  }
  if (problems.length > 0) return backToForm(ctx, `${here}/modifier`, problems)
  if (form.then !== 'submit') {
    session.flash('success', 'Le brouillon est enregistré.')
    return response.redirect(`${here}/modifier`)
  }
  try {
    await submit(acte, actor)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return backToForm(ctx, `${here}/modifier`, [
      { field: error.field ?? 'document', message: error.message },
    ])
  }
  session.flash('success', 'L’acte est parti en signature.')
  return response.redirect(here)
}

/** Everything that the ministry would refuse, or why that cannot be told yet. */
async function faultsOf(acte: Acte): Promise<ActeProblem[]> {
  try {
    return await acte.problems()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return [{ field: error.field ?? 'matiere', message: error.message }]
  }
}

/** A file that could not be kept is not missing as well. */
const besides = (known: ActeProblem[], others: ActeProblem[]) =>
  others.filter(({ field }) => field !== 'document' || !known.some((one) => one.field === field))

/** An empty form leaves nothing behind in the list of actes. */
function nothingToKeep(ctx: HttpContext, problems: ActeProblem[]) {
  ctx.session.flash('notice', 'Rien n’est encore écrit : aucun brouillon n’a été gardé.')
  return backToForm(ctx, `/c/${ctx.tenant.slug}/actes/nouveau`, problems)
}

function backToForm({ response, session }: HttpContext, page: string, problems: ActeProblem[]) {
  const bag: Record<string, string[]> = {}
  for (const { field, message } of problems) (bag[formField(field)] ??= []).push(message)
  session.flash('inputErrorsBag', bag)
  return response.redirect(page)
}

/** The field of the form at which a rule's problem is shown: files there already have no field. */
function formField(field: string): string {
  if (field === 'annexes') return 'newAnnexes'
  return field.replace(/^(annexes\.\d+)\.file$/, '$1.typePJ')
}
