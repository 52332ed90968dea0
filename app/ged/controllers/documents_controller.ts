import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { incomingFiles } from '#web/uploads'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { nodeFor, placeFor } from '../access/allowed.js'
import { FilesMissing, NodeMissing } from '../errors.js'
import { depositFile } from '../nodes/deposit_file.js'
import { readDescription } from '../nodes/read_description.js'
import { documentScreen } from '../screens/document_screen.js'

const deposit = vine.create({ parent: vine.string().uuid().optional() })

export default class DocumentsController {
  async show(ctx: HttpContext) {
    const { node, level } = await nodeFor(ctx, ctx.params.id)
    if (node.kind !== 'document') throw new NodeMissing()
    return ctx.view.render('ged/document', await documentScreen(ctx, node, level))
  }

  /** Files dropped in a folder: each becomes a document, under a number when its name is taken. */
  async store(ctx: HttpContext) {
    // Compared with nothing: documents are added beside those that stand there
    const { parent = null } = await ctx.request.validateUsing(deposit)
    const place = await placeFor(ctx, ctx.params.slug, parent, 'contributor')
    const files = await incomingFiles(ctx, 'files')
    if (files.length === 0) throw new FilesMissing().at('files')
    const renamed: string[] = []
    for (const file of files) {
      const name = await depositFile(place, file, ctx.actor)
      if (name !== file.name) renamed.push(`« ${file.name} » est rangé sous « ${name} »`)
    }
    const count = files.length === 1 ? 'Un document déposé' : `${files.length} documents déposés`
    ctx.session.flash('success', [count, ...renamed].join('. ').concat('.'))
    return ctx.response.redirect().back()
  }

  async update(ctx: HttpContext) {
    const { node } = await nodeFor(ctx, ctx.params.id, 'editor', { hold: true })
    // Compared with nothing: its fields are written together, and the journal says who did
    const { date, retentionFrom: from, ...told } = await readDescription(ctx)
    const [documentDate, retentionFrom] = [date, from].map((day) =>
      day ? DateTime.fromISO(day, { zone: 'utc' }) : null
    )
    await node.merge({ ...told, documentDate, retentionFrom, updatedAt: clock.now() }).save()
    await journal.append({ type: 'ged.described', subject: node.ref, actor: ctx.actor })
    ctx.session.flash('success', 'Ce que l’on sait de ce document est enregistré.')
    return ctx.response.redirect().back()
  }
}
