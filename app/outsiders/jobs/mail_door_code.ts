import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { grouped } from '#identity'
import { defineJob } from '#kernel/jobs'
import { drawDoorCode } from '#app/outsiders/doors/door_code'

const WORDS: Record<string, { subject: string; why: string }> = {
  sign_up: {
    subject: 'Votre code pour ouvrir votre compte',
    why: 'Quelqu’un ouvre un compte avec cette adresse.',
  },
  recovery: {
    subject: 'Votre code pour retrouver votre compte',
    why: 'Quelqu’un a perdu l’accès à votre compte et demande à le retrouver.',
  },
  second_step: {
    subject: 'Votre code de connexion',
    why: 'Quelqu’un se connecte à votre compte avec votre mot de passe.',
  },
  link: {
    subject: 'Votre code pour relier votre compte',
    why: 'Quelqu’un demande à relier un service d’identité à votre compte.',
  },
  contact: {
    subject: 'Votre code pour confirmer cette adresse',
    why: 'Quelqu’un donne cette adresse comme la sienne.',
  },
}

/**
 * Draws the code of a door and mails it. Nothing is drawn before: what waits in the queue opens
 * nothing. To an address that has an account already, says so rather than open a second one.
 */
export const mailDoorCode = defineJob<{ codeId: string }>({
  name: 'outsiders.mail_door_code',
  title: 'Envoyer un code de connexion à un usager',
  onGiveUp: { nobodyNeeds: 'the person sees no mail and asks again; the operator sees the job' },
  queue: 'outside',
  async handle({ codeId }) {
    const drawn = await drawDoorCode(codeId)
    if (!drawn || drawn.row.purpose === 'nobody') return
    const { address, purpose } = drawn.row
    if (purpose === 'taken') {
      await mail.send((message) => {
        message.to(address).subject('Vous avez déjà un compte')
        message.htmlView('outsiders/mails/taken_html', { url: `${appUrl}/moi/connexion` })
        message.textView('outsiders/mails/taken_text', { url: `${appUrl}/moi/connexion` })
      })
      return
    }
    const { subject, why } = WORDS[purpose]
    const words = { subject, why, code: grouped(drawn.code) }
    await mail.send((message) => {
      message.to(address).subject(subject)
      message.htmlView('outsiders/mails/code_html', words)
      message.textView('outsiders/mails/code_text', words)
    })
  },
})
