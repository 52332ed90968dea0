import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { changeMember } from './member_changes.js'
import { memberOf } from './members.js'

const form = vine.create({
  name: vine.string().trim().minLength(3).maxLength(200),
  accent: vine
    .string()
    .trim()
    .regex(/^#[0-9a-fA-F]{6}$/),
  arrondissement: vine.string().trim().regex(/^\d$/),
  natureCode: vine
    .string()
    .trim()
    .regex(/^\d\d$/),
})

/** How a member is called, dressed and known to its prefecture. SIREN and address never change. */
export default class MemberIdentityController {
  async update({ actor, params, request, response, session }: HttpContext) {
    const { id } = await memberOf(params.id)
    const { natureCode, ...columns } = await request.validateUsing(form)
    await changeMember(id, {
      type: 'kernel.tenant_described',
      actor,
      columns: () => ({ ...columns, nature_code: natureCode }),
      data: { arrondissement: columns.arrondissement, natureCode },
    })
    session.flash('success', 'L’identité du membre est enregistrée.')
    return response.redirect(`/exploitation/membres/${id}`)
  }
}
