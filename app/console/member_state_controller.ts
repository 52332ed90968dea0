import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { tenantLifecycle } from '#kernel/tenant_lifecycle'
import { changeMember } from './member_changes.js'
import { memberOf } from './members.js'

/**
 * Closing the door of a member for a while: its public pages answer 404, its people are told, its data
 * stay. Other processes learn it within five seconds (see tenant.ts).
 */
export default class MemberStateController {
  async store({ actor, params, response, session }: HttpContext) {
    const { id, name } = await memberOf(params.id)
    await changeMember(id, {
      type: 'kernel.tenant_suspended',
      actor,
      columns: (_, state) => ({
        state: tenantLifecycle.after(state, 'suspend'),
        suspended_at: clock.now().toJSDate(),
      }),
    })
    session.flash(
      'success',
      `${name} est suspendu : dans les cinq secondes, ses pages ne s’ouvrent plus, et ses agents lisent pourquoi. Ses données restent.`
    )
    return response.redirect(`/exploitation/membres/${id}`)
  }

  async destroy({ actor, params, response, session }: HttpContext) {
    const { id, name } = await memberOf(params.id)
    await changeMember(id, {
      type: 'kernel.tenant_resumed',
      actor,
      columns: (_, state) => ({
        state: tenantLifecycle.after(state, 'resume'),
        suspended_at: null,
      }),
    })
    session.flash('success', `${name} est de nouveau ouvert.`)
    return response.redirect(`/exploitation/membres/${id}`)
  }
}
