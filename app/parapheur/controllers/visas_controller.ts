import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { giveVisa } from '../circuit/act.js'
import { ReasonWithVisa } from '../errors.js'
import { annotationValidator, writtenIn } from '../validators.js'

export default class VisasController {
  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: a step that was acted on refuses the second gesture and says so
    const { reason, ...written } = await request.validateUsing(annotationValidator)
    if (reason) throw new ReasonWithVisa().at('reason')
    await giveVisa(params.id, actor.id!, writtenIn(written))
    session.flash('success', 'Votre visa est donné. Le dossier passe au bureau suivant.')
    return response.redirect(here('parapheur.folders.show', { tenant, id: params.id }))
  }
}
