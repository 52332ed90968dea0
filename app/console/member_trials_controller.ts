import type { HttpContext } from '@adonisjs/core/http'
import { allRooms } from '#kernel/room'
import { NotFound } from '#web/errors'
import { memberOf } from './members.js'

/** Whether what was set for a member opens what it should: asked now, rather than learnt from what fails tonight. */
export default class MemberTrialsController {
  async store({ params, response, session }: HttpContext) {
    // Compared with nothing: it asks, and records nothing
    const member = await memberOf(params.id)
    const trial = allRooms().find(({ name }) => name === params.room)?.settingsTrial
    if (!trial) throw new NotFound()
    const { isWell, says } = await trial.run(member)
    session.flash(isWell ? 'success' : 'error', says)
    return response.redirect(`/exploitation/membres/${member.id}#reglages-${params.room}`)
  }
}
