import type { HttpContext } from '@adonisjs/core/http'
import { giveVisa } from '../circuit/act.js'
import { annotationValidator } from '../validators.js'

export default class VisasController {
  async store({ params, request, response, session, tenant, actor }: HttpContext) {
    const written = await request.validateUsing(annotationValidator)
    const visibility = written.private ? 'private' : 'public'
    await giveVisa(params.id, actor.id!, { text: written.annotation ?? null, visibility })
    session.flash('success', 'Votre visa est donné. Le dossier passe au bureau suivant.')
    return response.redirect(`/c/${tenant.slug}/parapheur/dossiers/${params.id}`)
  }
}
