import { allRoles } from '#kernel/room'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { NotFound } from '#web/errors'
import Invitation from '#identity/invitation'
import { invite, resend, revoke } from '#identity/invitations/invite'
import { isUuid } from '#lib/values'
import { roleChoices } from './role_choices.js'

const form = vine.create({
  email: vine.string().trim().email(),
  full_name: vine.string().trim().minLength(2).maxLength(120),
  title: vine.string().trim().maxLength(120).optional(),
  roles: vine
    .array(vine.enum(() => allRoles()))
    .notEmpty()
    .distinct(),
})

async function waiting(id: string): Promise<Invitation> {
  const found = isUuid(id) ? await Invitation.find(id) : null
  if (!found || found.acceptedAt) throw new NotFound()
  return found
}

/** What an administrator does with invitations. */
export default class InvitationsController {
  async create({ view }: HttpContext) {
    return view.render('identity/members/invite', { choices: roleChoices() })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: it adds an invitation beside the others
    const { full_name: fullName, ...rest } = await ctx.request.validateUsing(form)
    await invite({ ...rest, fullName }, ctx.actor)
    return back(ctx, 'L’invitation part par courriel. Elle est valable sept jours.')
  }

  async resend(ctx: HttpContext) {
    // Compared with nothing: it sends the same invitation again; an accepted one refuses
    await resend(await waiting(ctx.params.id), ctx.actor)
    return back(ctx, 'L’invitation repart, avec un nouveau lien valable sept jours.')
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: an invitation that does not wait any more refuses
    await revoke(await waiting(ctx.params.id), ctx.actor)
    return back(ctx, 'L’invitation est retirée ; son lien n’ouvre plus rien.')
  }
}

function back({ response, session, tenant }: HttpContext, words: string) {
  session.flash('success', words)
  return response.redirect(`/c/${tenant.slug}/membres`)
}
