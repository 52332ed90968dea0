import type { HttpContext } from '@adonisjs/core/http'
import Fiche from '../models/fiche.js'
import { invitePilot } from '../models/invite_pilot.js'
import { invitationValidator } from '../validators/fiche.js'

export default class FicheInvitationsController {
  async store({ params, request, response, session, actor }: HttpContext) {
    // Compared with nothing: it adds an invitation beside those that went
    const fiche = await Fiche.get(params.id)
    const invited = await request.validateUsing(invitationValidator)
    await invitePilot(fiche, invited, actor)
    session.flash(
      'success',
      `Une invitation est partie vers ${invited.email}. La fiche lui sera confiée à son arrivée.`
    )
    return response.redirect().back()
  }
}
