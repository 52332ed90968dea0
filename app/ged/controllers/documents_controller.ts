import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { nodeFor } from '../access/allowed.js'
import { NodeMissing } from '../errors.js'
import { refuseHeld } from '../holds/held.js'
import { readDescription } from '../nodes/read_description.js'
import { documentScreen } from '../screens/document_screen.js'

export default class DocumentsController {
  async show(ctx: HttpContext) {
    const { node, level } = await nodeFor(ctx, ctx.params.id)
    if (node.kind !== 'document') throw new NodeMissing()
    return ctx.view.render('ged/document', await documentScreen(ctx, node, level))
  }

  async update(ctx: HttpContext) {
    const { node } = await nodeFor(ctx, ctx.params.id, 'editor', { hold: true })
    await refuseHeld([node.id])
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
