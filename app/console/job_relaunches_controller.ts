import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { NotFound } from '#web/errors'
import { isUuid } from '#lib/values'
import { relaunchAll, relaunchOne } from './relaunch.js'

const kind = vine.create({ name: vine.string() })

/** « Relancer »: on one failed job, or on all of a kind once its cause is mended. */
export default class JobRelaunchesController {
  async store({ actor, params, request, response, session }: HttpContext) {
    // Compared with nothing: a job that does not stand failed any more says so
    if (!isUuid(params.id)) throw new NotFound()
    const done = await relaunchOne(params.id, actor)
    if (done) session.flash('success', 'La tâche repart.')
    else
      session.flash(
        'error',
        'Cette tâche n’est pas en échec, ou une autre fait déjà le même travail.'
      )
    return response.redirect(request.header('referer') ?? '/exploitation/taches')
  }

  async storeAll({ actor, request, response, session }: HttpContext) {
    // Compared with nothing: only what failed starts again
    const { name } = await request.validateUsing(kind)
    const count = await relaunchAll(name, actor)
    session.flash(
      'success',
      count === 0 ? 'Aucune tâche à relancer.' : `Tâches relancées : ${count}.`
    )
    return response.redirect(request.header('referer') ?? '/exploitation/taches')
  }
}
