import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { sharedVisibility } from '../forms/shared_forms.js'
import Fiche from '../models/fiche.js'
import { publicationValidator } from '../validators/fiche.js'

export default class FichePublicationsController {
  async update(ctx: HttpContext) {
    const { params, request, response, session, actor } = ctx
    const fiche = await Fiche.hold(params.id)
    const { public: shown } = await request.validateUsing(publicationValidator)
    const form = sharedVisibility(fiche)
    await mustBeCurrent(ctx, form)
    await fiche.setPublic(shown, actor)
    await nowSaved(ctx, form.key)
    session.flash(
      'success',
      shown
        ? 'La fiche est visible sur la page publique du projet.'
        : 'La fiche n’est plus visible sur la page publique.'
    )
    return response.redirect().back()
  }
}
