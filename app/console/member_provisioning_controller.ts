import type { HttpContext } from '@adonisjs/core/http'
import { provision } from '#console/provisioning'
import { memberOf } from './members.js'

/** Brings one member up to its blueprint, as `tenants:sync` does for all. */
export default class MemberProvisioningController {
  async store({ actor, params, response, session }: HttpContext) {
    // Compared with nothing: it brings a member to its model; a second time changes nothing
    const member = await memberOf(params.id)
    const { changes } = await provision(member, { actor })
    const outcome =
      changes.length === 0
        ? 'Rien à changer : ce membre est au niveau de son modèle.'
        : changes.join(' ')
    session.flash('success', outcome)
    return response.redirect(`/exploitation/membres/${member.id}`)
  }
}
