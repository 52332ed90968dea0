import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { openReset } from '#identity/passwords/resets'
import User from '#kernel/people/user'
import { defineJob } from '#kernel/jobs'

/**
 * Mails the link that changes a lost password. It is asked for unknown addresses too, and then
 * does nothing: asking must cost the same for both.
 */
export const mailPasswordLink = defineJob<{ userId: string | null }>({
  name: 'kernel.mail_password_link',
  title: 'Envoyer un lien de mot de passe',
  onGiveUp: { nobodyNeeds: 'the person sees no mail and asks again; the operator sees the job' },
  queue: 'outside',
  async handle({ userId }) {
    const user = userId ? await User.find(userId) : null
    if (!user) return
    const url = `${appUrl}/mot-de-passe-oublie/${await openReset(user)}`
    await mail.send((message) => {
      message.to(user.email, user.fullName).subject('Choisir un nouveau mot de passe')
      message.htmlView('identity/mails/password_html', { name: user.fullName, url })
      message.textView('identity/mails/password_text', { name: user.fullName, url })
    })
  },
})
