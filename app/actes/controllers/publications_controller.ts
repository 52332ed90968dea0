import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { incomingFiles } from '#web/uploads'
import { backWith } from '../back_with.js'
import Acte from '../models/acte.js'
import { publishWhole, unpublish } from '../publication.js'
import { showCopy } from '../redacted_copy_form.js'
import { reasonProblems } from '../rules/reason.js'
import { sharedPublication } from '../shared_publication.js'
import { redactedCopyValidator, unpublishValidator } from '../validators/publication_form.js'

/** What everybody reads of an acte: put on the register, replaced by a redacted copy, taken off. */
export default class PublicationsController {
  /** Publishes what a person had kept from the register, unless the law keeps it too. */
  async store(ctx: HttpContext) {
    const { response, session, tenant, actor } = ctx
    const { acte, key } = await heldAsSeen(ctx)
    await publishWhole(acte, actor)
    await nowSaved(ctx, key)
    session.flash('success', 'L’acte est au registre public.')
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}`)
  }

  /** Publishes a redacted copy in its place. */
  async update(ctx: HttpContext) {
    const { request, response, session, tenant, actor } = ctx
    const { acte, key } = await heldAsSeen(ctx)
    const here = `/c/${tenant.slug}/actes/${acte.id}`
    const form = await request.validateUsing(redactedCopyValidator)
    const [file = null] = await incomingFiles(ctx, 'copy')
    const problems = await showCopy(acte, form, file, actor)
    if (problems.length > 0) return backWith(ctx, here, problems, ['publicObjet'])
    await nowSaved(ctx, key)
    session.flash('success', 'La copie expurgée est au registre public.')
    return response.redirect(here)
  }

  /** Takes it off the register: every public address answers 404. */
  async destroy(ctx: HttpContext) {
    const { request, response, session, tenant, actor } = ctx
    const { unpublishReason } = await request.validateUsing(unpublishValidator)
    const { acte, key } = await heldAsSeen(ctx)
    const here = `/c/${tenant.slug}/actes/${acte.id}`
    const problems = reasonProblems(unpublishReason, 'unpublishReason')
    if (problems.length > 0) return backWith(ctx, here, problems, ['unpublishReason'])
    await unpublish(acte, actor, unpublishReason!)
    await nowSaved(ctx, key)
    session.flash('success', 'L’acte n’est plus au registre public.')
    return response.redirect(here)
  }
}

/** The acte, held; throws E_FORM_OVERTAKEN when what everybody reads is not what the person saw. */
async function heldAsSeen(ctx: HttpContext) {
  const acte = await Acte.hold(ctx.params.id)
  const shared = sharedPublication(acte)
  await mustBeCurrent(ctx, shared)
  return { acte, key: shared.key }
}
