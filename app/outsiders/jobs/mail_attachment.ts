import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { defineJob } from '#kernel/jobs'
import { drawInvitation } from '#app/outsiders/organisations/invite'

/** Draws the link by which a colleague joins an establishment, and mails it. */
export const mailAttachment = defineJob<{ invitationId: string; establishmentId: string }>({
  name: 'outsiders.mail_attachment',
  title: 'Inviter quelqu’un à agir pour un organisme',
  onGiveUp: { nobodyNeeds: 'the manager sees that nobody came and invites again' },
  queue: 'outside',
  async handle({ invitationId, establishmentId }) {
    const drawn = await drawInvitation(invitationId, establishmentId)
    if (!drawn) return
    const { row, secret, place } = drawn
    const words = {
      name: row.fullName,
      place: place.name,
      url: `${appUrl}/moi/invitation/${secret}`,
    }
    await mail.send((message) => {
      message.to(row.email, row.fullName).subject(`Agir pour « ${place.name} »`)
      message.htmlView('outsiders/mails/invitation_html', words)
      message.textView('outsiders/mails/invitation_text', words)
    })
  },
})
