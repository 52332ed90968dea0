import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { countLetter } from '#identity'
import { readAs } from '#app/outsiders/doors/sign_up'
import { forHerself } from '#app/outsiders/doors/door'
import { takeDoor } from '#app/outsiders/doors/open_door'
import { AttachmentMissing } from '#app/outsiders/errors'
import { mailAttachment } from '#app/outsiders/jobs/mail_attachment'
import { behind } from '#app/outsiders/wall/wall'
import { ATTACHMENT_WORDS, gesturesOf } from './attachment_words.js'
import { type At, colleaguesOf, gesture, leave } from './colleagues.js'
import Establishment from './establishment.js'
import { inviteColleague } from './invite.js'

const gestures = vine.create({
  gesture: vine.enum(['approve', 'refuse', 'suspend', 'restore', 'end', 'promote']),
})
const invited = vine.create({
  email: vine.string().trim().maxLength(300),
  full_name: vine.string().trim().minLength(2).maxLength(120),
  role: vine.enum(['manager', 'colleague']),
})
const PAGE = '/moi/organismes/ici'

/** @throws E_ATTACHMENT_MISSING when she is here for herself */
function at({ door }: HttpContext): At {
  if (!door.establishment) throw new AttachmentMissing()
  return { personId: door.personId, establishmentId: door.establishment.id }
}

/** The establishment for which she acts, and who acts there with her. */
export default class PlaceController {
  async show(ctx: HttpContext) {
    if (!ctx.door.establishment) return ctx.response.redirect('/moi/organismes')
    const here = at(ctx)
    const place = await behind({ establishments: [here.establishmentId] }, () =>
      Establishment.get(here.establishmentId)
    )
    const colleagues = await colleaguesOf(here)
    const mine = colleagues.find(({ personId }) => personId === here.personId)
    return ctx.view.render('outsiders/organisations/place', {
      place,
      colleagues,
      mine,
      stateWords: ATTACHMENT_WORDS,
      gesturesOf,
      isManager: mine?.role === 'manager',
    })
  }

  async update(ctx: HttpContext) {
    // Compared with nothing: each gesture is possible from one state alone, which is locked
    const { gesture: what } = await ctx.request.validateUsing(gestures)
    await gesture(at(ctx), ctx.params.id, what)
    ctx.session.flash('success', 'C’est fait.')
    return ctx.response.redirect(PAGE)
  }

  async invite(ctx: HttpContext) {
    // Compared with nothing: it sends a mail, and changes nobody's place
    const { email: typed, full_name: fullName, role } = await ctx.request.validateUsing(invited)
    const email = readAs('email', typed, 'email')!
    await countLetter(ctx, email.toLowerCase())
    const here = at(ctx)
    const invitationId = await inviteColleague(here, { email, fullName, role })
    const { establishmentId } = here
    await mailAttachment.enqueueForPlatform({ invitationId, establishmentId })
    ctx.session.flash('success', `Une invitation part vers ${email}.`)
    return ctx.response.redirect(PAGE)
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: her own place, which she leaves
    await leave(at(ctx))
    takeDoor(ctx, forHerself(ctx.door))
    ctx.session.flash('success', 'Vous n’agissez plus pour cet établissement.')
    return ctx.response.redirect('/moi/organismes')
  }
}
