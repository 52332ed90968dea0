import type { HttpContext } from '@adonisjs/core/http'
import { tasks } from '#kernel/tasks'
import { sendDocument } from '#web/documents/send'
import { ExchangeMissing } from '../errors.js'
import Exchange from '../models/exchange.js'
import ExchangeFile from '../models/exchange_file.js'
import Recipient from '../models/recipient.js'
import { addFromForm } from '../sending/add_file.js'
import { openBox } from '../sending/boxes.js'
import { boxOf } from './exchanges_controller.js'

/** What the agent of a member does with an exchange. */
export default class GesturesController {
  /** Opens a way for the files of a draft, where the one before was lost with its session. */
  async box(ctx: HttpContext) {
    // Compared with nothing: a way is opened beside those that are
    const exchange = await Exchange.hold(ctx.params.id)
    if (exchange.state === 'draft') ctx.session.put(boxOf(exchange), await openBox(exchange, null))
    return ctx.response.redirect().back()
  }

  /** Sends it, with the files that come with the form where no script runs. */
  async send(ctx: HttpContext) {
    // Compared with nothing: its state refuses a second sending (decision 0040)
    const exchange = await Exchange.hold(ctx.params.id)
    await addFromForm(ctx, exchange, null)
    await exchange.open(ctx.actor)
    ctx.session.forget(boxOf(exchange))
    ctx.session.flash('success', 'L’envoi est parti : chaque destinataire reçoit un courriel.')
    return ctx.response.redirect().back()
  }

  async revoke(ctx: HttpContext) {
    // Compared with nothing: its state refuses a second time (decision 0040)
    await (await Exchange.hold(ctx.params.id)).revoke(ctx.actor)
    ctx.session.flash('success', 'L’échange est retiré : plus personne n’y entre.')
    return ctx.response.redirect().back()
  }

  async purge(ctx: HttpContext) {
    // Compared with nothing: its state refuses a second time (decision 0040)
    await (await Exchange.hold(ctx.params.id)).purge(ctx.actor)
    ctx.session.flash('success', 'Les fichiers sont effacés. Leurs empreintes restent au journal.')
    return ctx.response.redirect().back()
  }

  /** What came is taken: it waits for nobody any more. */
  async take(ctx: HttpContext) {
    // Compared with nothing: what is taken already stays so
    const { id } = await Exchange.get(ctx.params.id)
    await tasks.close(`exchange.laid:${id}`)
    ctx.session.flash('success', 'C’est noté : ces fichiers sont pris.')
    return ctx.response.redirect().back()
  }

  async file(ctx: HttpContext) {
    const { id } = await Exchange.get(ctx.params.id)
    const file = await ExchangeFile.find(ctx.params.file)
    if (file?.exchangeId !== id || !file.documentId) throw new ExchangeMissing()
    return sendDocument(ctx, file.documentId, { name: file.name })
  }

  async receipt(ctx: HttpContext) {
    const { id } = await Exchange.get(ctx.params.id)
    const recipient = await Recipient.find(ctx.params.recipient)
    if (recipient?.exchangeId !== id || !recipient.receiptDocumentId) throw new ExchangeMissing()
    return sendDocument(ctx, recipient.receiptDocumentId, { name: 'recepisse.zip' })
  }
}
