import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { grouped } from '#identity/factors/codes'
import { openProof } from '#identity/factors/mailed_proof'
import User from '#kernel/people/user'
import { defineJob } from '#kernel/jobs'

/** Draws the code that lets a person set up her first second factor, and mails it to her. */
export const mailFactorCode = defineJob<{ userId: string }>({
  name: 'kernel.mail_factor_code',
  title: 'Envoyer un code de connexion',
  onGiveUp: { nobodyNeeds: 'the person sees no mail and asks again; the operator sees the job' },
  queue: 'outside',
  async handle({ userId }) {
    const user = await User.find(userId)
    if (!user) return
    const words = {
      name: user.fullName,
      code: grouped(await openProof(user)),
      url: `${appUrl}/compte/double-authentification/courriel`,
    }
    await mail.send((message) => {
      message.to(user.email, user.fullName).subject('Votre code pour protéger votre compte')
      message.htmlView('identity/mails/factor_code_html', words)
      message.textView('identity/mails/factor_code_text', words)
    })
  },
})
