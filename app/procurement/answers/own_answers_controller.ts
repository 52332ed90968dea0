import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf } from '#web/cursor'
import { ownAnswers } from './own_answers.js'

/** To what somebody answers, or a colleague of hers, whichever members ask. */
export default class OwnAnswersController {
  async index({ door, request, view }: HttpContext) {
    return view.render('procurement/answers', await ownAnswers(door.personId, cursorOf(request)))
  }
}
