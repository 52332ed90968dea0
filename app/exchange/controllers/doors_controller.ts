import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { OUTSIDE } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { here } from '#web/here'
import { sendDocument } from '#web/documents/send'
import { DoorMissing } from '../errors.js'
import { mailCode } from '../jobs/mail_recipient.js'
import ExchangeFile from '../models/exchange_file.js'
import { countCode, spend } from '../receiving/code.js'
import { deliver } from '../receiving/deliver.js'
import { doorOf, entered, isIn, letIn } from '../receiving/door.js'
import { doorScreen, masked } from '../screens/door_screen.js'

const typed = vine.create({ given: vine.string().trim().maxLength(40) })
const WRONG =
  'Ce code n’est pas le bon, ou ne sert plus : il vaut quinze minutes et cinq essais. Demandez-en un autre.'
const ENOUGH = 'Cinq codes ont été envoyés en une heure : cherchez le dernier, ou attendez.'

/** What somebody outside sees of an exchange that is for her, by the address that she was mailed. */
export default class DoorsController {
  async show(ctx: HttpContext) {
    unlisted(ctx)
    const door = await doorOf(ctx.params.door)
    const page = here('exchange.public.doors.show', { tenant: ctx.tenant, door: ctx.params.door })
    if (!isIn(ctx, door.recipient)) {
      const { id: exchangeId, kind } = door.exchange
      const email = masked(door.recipient.email)
      return ctx.view.render('exchange/public/door', { page, email, kind, exchangeId })
    }
    return ctx.view.render('exchange/public/inside', await doorScreen(ctx, door, page))
  }

  async code(ctx: HttpContext) {
    // Compared with nothing: a code replaces the one before
    const { recipient } = await doorOf(ctx.params.door)
    if (await countCode(recipient)) {
      await mailCode.enqueue({ recipientId: recipient.id })
      ctx.session.flash('success', 'Un code part à cette adresse : recopiez-le ici.')
    } else ctx.session.flash('error', ENOUGH)
    return ctx.response.redirect().back()
  }

  /** A wrong code is answered without an exception: its count must stay. */
  async enter(ctx: HttpContext) {
    // Compared with nothing: a code serves once
    const { recipient } = await doorOf(ctx.params.door)
    const { given } = await ctx.request.validateUsing(typed)
    if (await spend(recipient, given)) {
      letIn(ctx, recipient)
      if (!recipient.enteredAt) await recipient.merge({ enteredAt: clock.now() }).save()
      await journal.append({
        type: 'exchange.recipient_entered',
        subject: recipient.ref,
        actor: OUTSIDE,
      })
    } else ctx.session.flash('error', WRONG)
    return ctx.response.redirect().back()
  }

  async file(ctx: HttpContext) {
    unlisted(ctx)
    const door = await entered(ctx)
    const file = await ExchangeFile.find(ctx.params.file)
    const isHers = file?.exchangeId === door.exchange.id && file.recipientId === null
    if (!file?.documentId || !isHers) throw new DoorMissing()
    await deliver(door, file)
    return sendDocument(ctx, file.documentId, { name: file.name })
  }

  async receipt(ctx: HttpContext) {
    unlisted(ctx)
    const { recipient } = await entered(ctx)
    if (!recipient.receiptDocumentId) throw new DoorMissing()
    return sendDocument(ctx, recipient.receiptDocumentId, { name: 'recepisse.zip' })
  }
}

/**
 * Neither kept by whoever stands between us, nor found by who searches, nor told to the next site; to
 * ourselves it is, or nobody would come back to her form.
 */
export function unlisted({ response }: HttpContext): void {
  response.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex')
  response.header('referrer-policy', 'same-origin')
}
