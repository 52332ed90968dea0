import type { HttpContext } from '@adonisjs/core/http'
import Fiche from '../models/fiche.js'
import { publicationValidator } from '../validators/fiche.js'

export default class FichePublicationsController {
  async update({ params, request, response, session, actor }: HttpContext) {
    const fiche = await Fiche.hold(params.id)
    const { public: shown } = await request.validateUsing(publicationValidator)
    await fiche.setPublic(shown, actor)
    session.flash(
      'success',
      shown
        ? 'La fiche est visible sur la page publique du projet.'
        : 'La fiche n’est plus visible sur la page publique.'
    )
    return response.redirect().back()
  }
}
