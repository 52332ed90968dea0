import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf } from '#web/cursor'
import { desksOf, replacedBy } from '../circuit/people.js'
import { VIEWS, countsFor, foldersFor, type View } from '../desk_screen.js'
import { FOLDER_STATES, STEP_WORDS } from '../rules/words.js'

/** « Mon bureau »: what waits for the person, what is late, what she did. */
export default class DeskController {
  async index({ request, view, actor }: HttpContext) {
    const wanted = request.input('vue') as View
    const shown: View = VIEWS.includes(wanted) ? wanted : 'todo'
    const { lines, next } = await foldersFor(actor.id!, shown, cursorOf(request, 'avant'))
    return view.render('parapheur/desk', {
      shown,
      lines,
      next,
      counts: await countsFor(actor.id!),
      desks: await desksOf(actor.id!),
      replaced: await replacedBy(actor.id!),
      states: FOLDER_STATES,
      words: STEP_WORDS,
    })
  }
}
