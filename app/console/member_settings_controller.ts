import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { allRooms } from '#kernel/room'
import { NotFound } from '#web/errors'
import { changeFromForm } from './member_changes.js'
import { memberOf } from './members.js'
import { readSettings } from './room_settings.js'
import { sharedSettings } from './shared_member.js'

/** How a member's room works: each room declares its settings, and what they accept. */
export default class MemberSettingsController {
  async update(ctx: HttpContext) {
    const { params, request, response, session } = ctx
    const member = await memberOf(params.id)
    const room = allRooms().find(({ name }) => name === params.room)
    if (!room?.settings) throw new NotFound()
    const read = (known: Record<string, unknown> = {}) => readSettings(room, request.all(), known)
    const { problems } = read(member.settings[room.name])
    if (problems.length > 0) throw new errors.E_VALIDATION_ERROR(problems)
    await changeFromForm(ctx, member, (held) => sharedSettings(held, room), {
      type: 'kernel.tenant_settings_changed',
      columns: (settings) => {
        const known = settings[room.name] ?? {}
        const { values } = read(known)
        return { settings: JSON.stringify({ ...settings, [room.name]: { ...known, ...values } }) }
      },
      data: { room: room.name },
    })
    session.flash(
      'success',
      `Les réglages de « ${room.settingsLabel ?? room.label} » sont enregistrés.`
    )
    return response.redirect(`/exploitation/membres/${member.id}#reglages-${room.name}`)
  }
}
