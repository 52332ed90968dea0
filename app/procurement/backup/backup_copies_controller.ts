import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { here } from '#web/here'
import { frenchMessages } from '#web/validation_messages'
import Consultation from '../drafting/consultation.js'
import { OPENING_CASES, type OpeningCase } from '../rules/backup_copy.js'
import BackupCopy from './backup_copy.js'
import { destroyCopy, openCopy, receiveCopy } from './gestures.js'

const received = vine.create({ number: vine.string().trim().minLength(4).maxLength(40) })
const opened = vine.create({
  openedFor: vine.enum(Object.keys(OPENING_CASES) as OpeningCase[]),
})
received.messagesProvider = frenchMessages
opened.messagesProvider = frenchMessages

/** What a buyer does of copies de sauvegarde: receive them, and open those that annexe 6 lets open. */
export default class BackupCopiesController {
  async store(ctx: HttpContext) {
    // Compared with nothing: an envelope comes once, and its state says so
    const { number } = await ctx.request.validateUsing(received)
    const consultation = await Consultation.hold(ctx.params.id)
    const { state, number: known } = await receiveCopy(consultation, number, ctx.actor)
    const words = {
      success: `La copie de sauvegarde ${known} est reçue. Gardez-la fermée.`,
      error: `La copie de sauvegarde ${known} arrive après l’heure limite : gardez-la fermée.`,
    }
    const kind = state === 'late' ? 'error' : 'success'
    ctx.session.flash(kind, words[kind])
    return back(ctx)
  }

  async open(ctx: HttpContext) {
    // Compared with nothing: the case is judged against what the plis are now
    const { openedFor } = await ctx.request.validateUsing(opened)
    const consultation = await Consultation.hold(ctx.params.id)
    const copy = await BackupCopy.holdOf(consultation.id, ctx.params.copy)
    await openCopy(consultation, copy, { openedFor, by: ctx.actor })
    ctx.session.flash('success', `L’ouverture de la copie ${copy.number} est au journal.`)
    return back(ctx)
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: what was opened is refused by its state
    const consultation = await Consultation.get(ctx.params.id)
    consultation.mustBePastTheHour()
    const copy = await BackupCopy.holdOf(consultation.id, ctx.params.copy)
    await destroyCopy(copy, ctx.actor)
    ctx.session.flash('success', `La copie ${copy.number} est notée détruite.`)
    return back(ctx)
  }
}

const back = ({ response, tenant, params }: HttpContext) =>
  response.redirect(here('procurement.openings.show', { tenant, id: params.id }))
