import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { nodeFor } from '../access/allowed.js'
import { NodeMissing } from '../errors.js'
import Version from '../nodes/version.js'
import { RedactionNotPdf } from '../redaction/errors.js'
import { readRedaction } from '../redaction/read_redaction.js'
import { PDF, redactDocument } from '../redaction/redact_document.js'
import { redactionScreen, whatWent } from '../screens/redaction_screen.js'

/** A copy of a document that says no more some of its words. */
export default class RedactionsController {
  async show(ctx: HttpContext) {
    const { node } = await nodeFor(ctx, ctx.params.id, 'editor')
    if (node.kind !== 'document') throw new NodeMissing()
    const last = await Version.lastOf(node.id)
    if (last.mediaType !== PDF) throw new RedactionNotPdf()
    return ctx.view.render('ged/redaction', await redactionScreen(ctx, node))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a document is added beside, and this one stays as it is
    const { node } = await nodeFor(ctx, ctx.params.id, 'editor')
    const { copy, pages } = await redactDocument(node, await readRedaction(ctx), ctx.actor)
    ctx.session.flash('success', `La copie est rangée. ${whatWent(pages)}`)
    return ctx.response.redirect(here('ged.documents.show', { tenant: ctx.tenant, id: copy.id }))
  }
}
