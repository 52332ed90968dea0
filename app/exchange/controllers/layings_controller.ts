import type { HttpContext } from '@adonisjs/core/http'
import { OUTSIDE } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { here } from '#web/here'
import { DoorMissing, NothingLaid } from '../errors.js'
import { filesLaid } from '../events.js'
import ExchangeFile from '../models/exchange_file.js'
import { entered } from '../receiving/door.js'
import { addFromForm } from '../sending/add_file.js'
import { openBox } from '../sending/boxes.js'

/** Files that somebody outside lays: those that were asked of her, or her reply. */
export default class LayingsController {
  /** Opens her a way for them, which her session keeps. */
  async begin(ctx: HttpContext) {
    // Compared with nothing: a way is opened beside those that are
    const { exchange, recipient } = await entered(ctx)
    if (!exchange.takesFiles || recipient.endedAt) throw new DoorMissing()
    ctx.session.put(`exchange_laying_${recipient.id}`, await openBox(exchange, recipient.id))
    return ctx.response.redirect(pageOf(ctx))
  }

  /** Her files have all come, says she; they come with the form where no script runs. */
  async end(ctx: HttpContext) {
    // Compared with nothing: the end is said once, and a second time changes nothing
    const { exchange, recipient } = await entered(ctx)
    if (!exchange.takesFiles) throw new DoorMissing()
    if (recipient.endedAt) return ctx.response.redirect(pageOf(ctx))
    await addFromForm(ctx, exchange, recipient.id)
    const laid = await ExchangeFile.query().where('recipient_id', recipient.id).limit(1)
    if (laid.length === 0) throw new NothingLaid().at('files')
    await recipient.merge({ endedAt: clock.now() }).outdateReceipt()
    await journal.append({ type: 'exchange.files_laid', subject: recipient.ref, actor: OUTSIDE })
    await filesLaid.emit({ exchangeId: exchange.id, recipientId: recipient.id })
    return ctx.response.redirect(pageOf(ctx))
  }
}

const pageOf = ({ tenant, params }: HttpContext) =>
  here('exchange.public.doors.show', { tenant, door: params.door })
