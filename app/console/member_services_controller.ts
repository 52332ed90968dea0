import { roomsOfChoice } from '#kernel/room'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { provision } from '#console/provisioning'

import { changeFromForm } from './member_changes.js'
import { memberOf } from './members.js'
import { sharedServices } from './shared_member.js'

const form = vine.create({ services: vine.array(vine.string()).optional() })

/** Which rooms a member has. */
export default class MemberServicesController {
  async update(ctx: HttpContext) {
    const { actor, params, request, response, session } = ctx
    const member = await memberOf(params.id)
    const { services: asked = [] } = await request.validateUsing(form)
    const choices = roomsOfChoice().map(({ name }) => name)
    const services = choices.filter((name) => asked.includes(name))
    const closedServices = choices.filter((name) => !asked.includes(name))
    await changeFromForm(ctx, member, sharedServices, {
      type: 'kernel.tenant_services_changed',
      columns: (settings) => ({
        settings: JSON.stringify({ ...settings, services, closedServices }),
      }),
      data: { services },
    })
    // A room that opens needs what it brings (desks, rules): the same road as at the beginning.
    await provision(member, { actor })
    session.flash('success', 'Les services sont enregistrés.')
    return response.redirect(`/exploitation/membres/${member.id}`)
  }
}
