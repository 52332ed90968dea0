import type { HttpContext } from '@adonisjs/core/http'
import { AxeElsewhere } from '../errors.js'
import Axe from '../models/axe.js'
import Fiche from '../models/fiche.js'
import { placeValidator } from '../validators/fiche.js'

/** Under which axe an action stands: the programme is conducted, not piloted. */
export default class FichePlacesController {
  async update({ params, request, response, session, actor }: HttpContext) {
    const fiche = await Fiche.locked(params.id)
    const { axeId } = await request.validateUsing(placeValidator)
    const axe = await Axe.lockedIn(fiche.projectId, axeId)
    if (!axe) throw new AxeElsewhere().at('axeId')
    await fiche.moveTo(axe, actor)
    session.flash('success', `La fiche porte désormais le numéro ${fiche.fullNumber}.`)
    return response.redirect().back()
  }
}
