import type { HttpContext } from '@adonisjs/core/http'
import { mustBeCurrent, nowSaved } from '#web/forms/shared_form'
import { sharedPlace } from '../forms/shared_forms.js'
import Axe from '../models/axe.js'
import Fiche from '../models/fiche.js'
import { placeValidator } from '../validators/fiche.js'

/** Under which axe an action stands: the programme is conducted, not piloted. */
export default class FichePlacesController {
  async update(ctx: HttpContext) {
    const { params, request, response, session, actor } = ctx
    const fiche = await Fiche.hold(params.id)
    const { axeId } = await request.validateUsing(placeValidator)
    const axe = await Axe.holdIn(fiche.projectId, axeId)
    const axes = await Axe.query().where('projectId', fiche.projectId)
    const form = sharedPlace(fiche, axes)
    await mustBeCurrent(ctx, form)
    await fiche.moveTo(axe, actor)
    await nowSaved(ctx, form.key)
    session.flash('success', `La fiche porte désormais le numéro ${fiche.fullNumber}.`)
    return response.redirect().back()
  }
}
