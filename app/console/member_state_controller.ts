import type { HttpContext } from '@adonisjs/core/http'
import { resumeMember, suspendMember } from './member_state.js'
import { memberOf } from './members.js'

/** The door of a member: closed for a while, then open again. */
export default class MemberStateController {
  async store({ actor, params, response, session }: HttpContext) {
    // Compared with nothing: a member suspended by somebody else meanwhile refuses it, by its state
    const { id, name } = await memberOf(params.id)
    await suspendMember(id, actor)
    session.flash(
      'success',
      `${name} est suspendu : dans les cinq secondes, ses pages ne s’ouvrent plus, et ses agents lisent pourquoi. Ses données restent.`
    )
    return response.redirect(`/exploitation/membres/${id}`)
  }

  async destroy({ actor, params, response, session }: HttpContext) {
    const { id, name } = await memberOf(params.id)
    await resumeMember(id, actor)
    session.flash('success', `${name} est de nouveau ouvert.`)
    return response.redirect(`/exploitation/membres/${id}`)
  }
}
