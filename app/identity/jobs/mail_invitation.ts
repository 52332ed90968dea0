import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import Invitation from '#identity/invitation'
import { digest, newSecret } from '#identity/secrets'
import User from '#kernel/people/user'
import { defineJob } from '#kernel/jobs'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'

/** Draws the secret of an invitation and mails its link; run twice, the last link is the good one. */
export const mailInvitation = defineJob<{ invitationId: string }>({
  name: 'kernel.mail_invitation',
  title: 'Envoyer une invitation',
  queue: 'outside',
  onGiveUp: ({ invitationId }, { tenantId }) =>
    tenancy.run(tenantId, () => askToInviteAgain(invitationId)),
  async handle({ invitationId }, { tenantId }) {
    const secret = newSecret()
    const invitation = await tenancy.run(tenantId, async () => {
      const found = await Invitation.find(invitationId)
      if (!found || found.acceptedAt || found.isExpired) return null
      return found.merge({ tokenHash: digest(secret) }).save()
    })
    if (!invitation) return
    const tenant = (await tenants.byId(tenantId))!
    const by = invitation.invitedBy ? await User.find(invitation.invitedBy) : null
    await mail.send((message) => {
      message.to(invitation.email, invitation.fullName)
      message.subject(`${tenant.name} vous invite à travailler dans Halle`)
      const words = {
        name: invitation.fullName,
        place: tenant.name,
        by: by?.fullName ?? null,
        expiresAt: invitation.expiresAt,
        url: `${appUrl}/invitation/${secret}`,
      }
      message.htmlView('identity/mails/invitation_html', words)
      message.textView('identity/mails/invitation_text', words)
    })
  },
})

async function askToInviteAgain(invitationId: string): Promise<void> {
  const invitation = await Invitation.find(invitationId)
  if (!invitation || invitation.acceptedAt) return
  const { slug } = await tenants.current()
  await tasks.open({
    key: `kernel.invitation:${invitationId}`,
    capability: 'identity',
    title: `Inviter de nouveau ${invitation.fullName} : le courriel n’a pas pu partir`,
    url: `/c/${slug}/membres`,
    role: 'administrator',
    subjectId: invitationId,
  })
}
