import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { incomingFiles } from '#web/uploads'
import { nodeFor } from '../access/allowed.js'
import { FilesMissing, NodeMissing } from '../errors.js'
import { addVersion } from '../nodes/file_document.js'

const validator = vine.create({
  comment: vine.string().trim().maxLength(500).optional(),
  major: vine.boolean().optional(),
})

/** What a document becomes: 1.1, or 2.0. */
export default class VersionsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: a version is added, and takes nothing from those before it
    const { node } = await nodeFor(ctx, ctx.params.id, 'editor', { hold: true })
    if (node.kind !== 'document') throw new NodeMissing()
    const { comment = null, major = false } = await ctx.request.validateUsing(validator)
    const [file] = await incomingFiles(ctx, 'file')
    if (!file) throw new FilesMissing().at('file')
    const kept = await documents.store(file.open(), { name: file.name })
    const version = await addVersion(node.id, kept, { by: ctx.actor, comment, isMajor: major })
    const data = { version: version.label, sha256: kept.sha256 }
    await journal.append({ type: 'ged.version_added', subject: node.ref, actor: ctx.actor, data })
    await file.done()
    ctx.session.flash('success', `La version ${version.label} est enregistrée.`)
    return ctx.response.redirect().back()
  }
}
