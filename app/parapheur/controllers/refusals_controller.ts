import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { refuse } from '../circuit/act.js'
import { refusalValidator, writtenIn } from '../validators.js'

export default class RefusalsController {
  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: a step that was acted on refuses the second gesture and says so
    const { reason, ...written } = await request.validateUsing(refusalValidator)
    await refuse(params.id, actor.id!, reason, writtenIn(written))
    session.flash('success', 'Le dossier est refusé. La personne qui l’a préparé est prévenue.')
    return response.redirect(here('parapheur.folders.show', { tenant, id: params.id }))
  }
}
