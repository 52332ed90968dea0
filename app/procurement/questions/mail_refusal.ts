import mail from '@adonisjs/mail/services/main'
import { emailsOf } from '#rooms/outsiders'
import { appUrl } from '#config/app'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Consultation from '../drafting/consultation.js'
import Question from './question.js'

/** Tells who asked, alone, that no answer is published, and why. */
export const mailRefusal = defineJob<{ questionId: string }>({
  name: 'procurement.mail_refusal',
  title: 'Écrire qu’une question n’a pas de réponse publiée',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'the page of her questions says it too' },
  async handle({ questionId }, { tenantId }) {
    const told = await tenancy.run(tenantId, () => toldOf(questionId))
    if (told === null) return
    const { email, words } = told
    await mail.send((message) => {
      message.to(email).subject(`Votre question : ${words.title}`.slice(0, 200))
      message.htmlView('procurement/mails/refusal_html', words)
      message.textView('procurement/mails/refusal_text', words)
    })
  },
})

/** Null where she left no address. */
async function toldOf(questionId: string) {
  const { personId, consultationId, text, reason } = await Question.findOrFail(questionId)
  const [email] = await emailsOf([personId])
  if (!email) return null
  const { reference, title } = await Consultation.get(consultationId)
  const { name: buyer, slug } = await tenants.current()
  const url = `${appUrl}/moi/marches/${slug}/${consultationId}/questions`
  return { email, words: { ...{ reference, title, buyer, url, reason }, question: text } }
}
