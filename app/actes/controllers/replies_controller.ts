import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { incomingFiles } from '#web/uploads'
import { answerLetter, heldLetter, mustBeAnswerable } from '../letter_gestures.js'
import { sharedLetter } from '../shared_letter.js'
import { replyValidator } from '../validators/reply_form.js'

export default class RepliesController {
  /** Answers a letter of the prefecture: what it would refuse is said at the field. */
  async store(ctx: HttpContext) {
    const { params, request, response, session, tenant, actor } = ctx
    // Held: two agents who answer at the same time send one answer
    const { acte, letter } = await heldLetter(params.id, params.letter)
    const shared = sharedLetter(letter, await mustBeAnswerable(letter))
    await mustBeCurrent(ctx, shared)
    const form = await request.validateUsing(replyValidator)
    const files = await incomingFiles(ctx, 'documents')
    const problems = await answerLetter({ acte, letter }, form, files, actor)
    const here = `/c/${tenant.slug}/actes/${acte.id}/courriers/${letter.id}`
    if (problems.length > 0) {
      const bag: Record<string, string[]> = {}
      for (const { field, message } of problems) (bag[field] ??= []).push(message)
      session.flashAll()
      session.flash('inputErrorsBag', bag)
      return response.redirect(here)
    }
    await nowSaved(ctx, shared.key)
    session.flash('success', 'La réponse part à la préfecture.')
    return response.redirect(here)
  }
}
