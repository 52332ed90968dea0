import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { incomingFiles } from '#web/uploads'
import { backWith } from '../back_with.js'
import Acte from '../models/acte.js'
import { publishCopy, publishWhole, unpublish } from '../publication.js'
import { keepRedactedCopy, redactedCopyProblems } from '../redacted_copy_form.js'
import { reasonProblems } from '../rules/reason.js'
import { redactedCopyValidator, unpublishValidator } from '../validators/publication_form.js'

/** What everybody reads of an acte: put on the register, replaced by a redacted copy, taken off. */
export default class PublicationsController {
  /** Publishes what a person had kept from the register, unless the law keeps it too. */
  async store({ params, response, session, tenant, actor }: HttpContext) {
    const acte = await Acte.hold(params.id)
    await publishWhole(acte, actor)
    session.flash('success', 'L’acte est au registre public.')
    return response.redirect(`/c/${tenant.slug}/actes/${acte.id}`)
  }

  /** Publishes a redacted copy in its place. */
  async update(ctx: HttpContext) {
    const { params, request, response, session, tenant, actor } = ctx
    const acte = await Acte.hold(params.id)
    const here = `/c/${tenant.slug}/actes/${acte.id}`
    const form = await request.validateUsing(redactedCopyValidator)
    const [file = null] = await incomingFiles(ctx, 'copy')
    const problems = redactedCopyProblems(form, file)
    const documentId =
      file && problems.length === 0 ? await keepRedactedCopy(acte, file, problems) : null
    if (!documentId || problems.length > 0) return backWith(ctx, here, problems, ['publicObjet'])
    const { sha256 } = await documents.find(documentId)
    await publishCopy(acte, { documentId, sha256, objet: form.publicObjet!, by: actor })
    session.flash('success', 'La copie expurgée est au registre public.')
    return response.redirect(here)
  }

  /** Takes it off the register: every public address answers 404. */
  async destroy(ctx: HttpContext) {
    const { params, request, response, session, tenant, actor } = ctx
    const { unpublishReason } = await request.validateUsing(unpublishValidator)
    const acte = await Acte.hold(params.id)
    const here = `/c/${tenant.slug}/actes/${acte.id}`
    const problems = reasonProblems(unpublishReason, 'unpublishReason')
    if (problems.length > 0) return backWith(ctx, here, problems, ['unpublishReason'])
    await unpublish(acte, actor, unpublishReason!)
    session.flash('success', 'L’acte n’est plus au registre public.')
    return response.redirect(here)
  }
}
