import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import User from '#kernel/people/user'
import { defineJob } from '#kernel/jobs'

/** Says to a person that her password changed: if it was not she, she learns it. */
export const tellPasswordChanged = defineJob<{ userId: string }>({
  name: 'kernel.tell_password_changed',
  title: 'Prévenir que le mot de passe a changé',
  onGiveUp: {
    nobodyNeeds: 'the change itself is done and written down; the operator sees the job',
  },
  queue: 'outside',
  async handle({ userId }) {
    const user = await User.find(userId)
    if (!user) return
    const words = { name: user.fullName, url: `${appUrl}/mot-de-passe-oublie` }
    await mail.send((message) => {
      message.to(user.email, user.fullName).subject('Votre mot de passe a changé')
      message.htmlView('identity/mails/changed_html', words)
      message.textView('identity/mails/changed_text', words)
    })
  },
})
