import type { HttpContext } from '@adonisjs/core/http'
import { behind } from '#app/outsiders/wall/wall'
import Establishment from './establishment.js'
import { acceptInvitation, invitationOf } from './invite.js'

/** A link by which somebody joins an establishment: opened as often as one wants, accepted once. */
export default class InvitationsController {
  async show({ params, view }: HttpContext) {
    const { establishmentId, role } = await invitationOf(params.secret)
    const place = await behind({ establishments: [establishmentId] }, () =>
      Establishment.get(establishmentId)
    )
    return view.render('outsiders/organisations/invitation', { place, role, secret: params.secret })
  }

  async store({ door, params, response, session }: HttpContext) {
    // Compared with nothing: the link that she holds serves once
    const { establishmentName } = await acceptInvitation(params.secret, door)
    session.flash('success', `Vous agissez désormais pour « ${establishmentName} ».`)
    return response.redirect('/moi/organismes')
  }
}
