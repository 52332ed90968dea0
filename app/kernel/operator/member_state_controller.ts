import type { HttpContext } from '@adonisjs/core/http'
import { changeMember } from './member_changes.js'
import { memberOf } from './members.js'

/** Closing the door of a member for a while: its pages answer 404, its data stay. */
export default class MemberStateController {
  async store({ actor, params, response, session }: HttpContext) {
    const { id, name } = await memberOf(params.id)
    await changeMember(id, {
      type: 'kernel.tenant_suspended',
      actor,
      columns: () => ({ state: 'suspended' }),
    })
    session.flash(
      'success',
      `${name} est suspendu : ses pages ne s’ouvrent plus, ses données restent.`
    )
    return response.redirect(`/exploitation/membres/${id}`)
  }

  async destroy({ actor, params, response, session }: HttpContext) {
    const { id, name } = await memberOf(params.id)
    await changeMember(id, {
      type: 'kernel.tenant_resumed',
      actor,
      columns: () => ({ state: 'active' }),
    })
    session.flash('success', `${name} est de nouveau ouvert.`)
    return response.redirect(`/exploitation/membres/${id}`)
  }
}
