import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { changeFromForm } from './member_changes.js'
import { memberOf } from './members.js'
import { sharedIdentity } from './shared_member.js'

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
  async update(ctx: HttpContext) {
    const { params, request, response, session } = ctx
    const member = await memberOf(params.id)
    const { natureCode, ...columns } = await request.validateUsing(form)
    await changeFromForm(ctx, member, sharedIdentity, {
      type: 'kernel.tenant_described',
      columns: () => ({ ...columns, nature_code: natureCode }),
      data: { arrondissement: columns.arrondissement, natureCode },
    })
    session.flash('success', 'L’identité du membre est enregistrée.')
    return response.redirect(`/exploitation/membres/${member.id}`)
  }
}
