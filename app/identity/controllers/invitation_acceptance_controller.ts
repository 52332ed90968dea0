import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { acceptAs, acceptWithPassword, invitationBySecret } from '#identity/invitations/accept'
import { noteMailRead } from '#identity/factors/mailed_proof'
import { openSession } from '#identity/login/open_session'

const form = vine.create({
  full_name: vine.string().trim().minLength(2).maxLength(120),
  password: vine.string(),
})

/** What the link of an invitation opens. */
export default class InvitationAcceptanceController {
  async show({ auth, params, session, view }: HttpContext) {
    const invitation = await invitationBySecret(params.secret)
    await auth.check()
    if (!auth.user && invitation.hasAccount) session.put('wanted', `/invitation/${params.secret}`)
    return view.render('identity/invitation', {
      invitation,
      secret: params.secret,
      isAddressee: auth.user?.email === invitation.email,
    })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: an invitation is accepted once
    const { auth, params, request, response, session } = ctx
    const invitation = await invitationBySecret(params.secret)
    if (await auth.check()) {
      await acceptAs(auth.user!, invitation, params.secret)
    } else if (invitation.hasAccount) {
      session.put('wanted', `/invitation/${params.secret}`)
      return response.redirect('/connexion')
    } else {
      const { full_name: fullName, password } = await request.validateUsing(form)
      const user = await acceptWithPassword(invitation, params.secret, { fullName, password })
      noteMailRead(ctx, user)
      await openSession(ctx, user, 'password')
    }
    session.flash('success', `Vous travaillez désormais avec ${invitation.tenant.name}.`)
    return response.redirect(`/c/${invitation.tenant.slug}`)
  }
}
