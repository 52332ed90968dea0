import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { incomingFiles } from '#web/uploads'
import { keepPieces, replyProblems } from '../reply_form.js'
import { LetterSettled, ReplyAlreadySent } from '../errors.js'
import { reply, replyTo } from '../letters.js'
import Acte from '../models/acte.js'
import type { LetterType, ReplyType } from '../rules/letters.js'
import { sharedLetter } from '../shared_letter.js'
import { replyValidator } from '../validators/reply_form.js'
import { letterOfActe } from './letters_controller.js'

export default class RepliesController {
  /** Answers a letter of the prefecture: what it would refuse is said at the field. */
  async store(ctx: HttpContext) {
    const { params, request, response, session, tenant, actor } = ctx
    // Held: two agents who answer at the same time send one answer
    await Acte.hold(params.id)
    const { acte, letter } = await letterOfActe(params.id, params.letter)
    const last = await replyTo(letter)
    if (last && last.state !== 'failed') throw new ReplyAlreadySent()
    if (letter.settledAt) throw new LetterSettled()
    const shared = sharedLetter(letter, last)
    await mustBeCurrent(ctx, shared)
    const form = await request.validateUsing(replyValidator)
    const files = await incomingFiles(ctx, 'documents')
    const problems = await replyProblems(acte, letter.kind as LetterType, form, files)
    const pieces = problems.length > 0 ? [] : await keepPieces(files, form.typePJ ?? '', problems)
    const here = `/c/${tenant.slug}/actes/${acte.id}/courriers/${letter.id}`
    if (problems.length > 0) {
      const bag: Record<string, string[]> = {}
      for (const { field, message } of problems) (bag[field] ??= []).push(message)
      session.flashAll()
      session.flash('inputErrorsBag', bag)
      return response.redirect(here)
    }
    await reply(acte, letter, { type: form.type as ReplyType, pieces, by: actor })
    await nowSaved(ctx, shared.key)
    session.flash('success', 'La réponse part à la préfecture.')
    return response.redirect(here)
  }
}
