import mail from '@adonisjs/mail/services/main'
import { emailsOf } from '#rooms/outsiders'
import { appUrl } from '#config/app'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import Follower from '../changing/follower.js'
import Pli from '../deposit/pli.js'
import Question from '../questions/question.js'
import ConsultationChange from '../drafting/changes.js'
import Consultation from '../drafting/consultation.js'

/** Mails one address what changed; a job each, so that one that fails is sent again alone. */
export const mailChange = defineJob<{ changeId: string; email: string; followerId?: string }>({
  name: 'procurement.mail_change',
  title: 'Prévenir d’un changement de consultation',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'the public page tells the change, and the address is perhaps dead' },
  async handle({ changeId, email, followerId }, { tenantId }) {
    const words = await tenancy.run(tenantId, () => wordsOf(changeId, followerId))
    await mail.send((message) => {
      message.to(email).subject(`Consultation ${words.reference} : ${words.title}`.slice(0, 200))
      message.htmlView('procurement/mails/change_html', words)
      message.textView('procurement/mails/change_text', words)
    })
  },
})

async function wordsOf(changeId: string, followerId?: string) {
  const change = await ConsultationChange.findOrFail(changeId)
  const { id, reference, title } = await Consultation.get(change.consultationId)
  const tenant = await tenants.current()
  const stop =
    followerId && here('procurement.public.followers.show', { tenant, follower: followerId })
  return {
    ...{ reference, title, what: change.words, buyer: tenant.name },
    url: `${appUrl}${here('procurement.public.consultations.show', { tenant, id })}`,
    stop: stop ? `${appUrl}${stop}` : null,
  }
}

/** Asks for a mail to each who withdrew the DCE and left an address, and to each who answers or asked. */
export async function mailEverybody(consultationId: string, changeId: string): Promise<void> {
  const followers = await Follower.query().where('consultationId', consultationId)
  for (const { id: followerId, email } of followers)
    await mailChange.enqueue(
      { changeId, email, followerId },
      { dedupeKey: `procurement.mail:${changeId}:${email}` }
    )
  const plis = await Pli.query().where('consultationId', consultationId).select('personId')
  const known = new Set(followers.map(({ email }) => email))
  const questions = await Question.query()
    .where('consultationId', consultationId)
    .select('personId')
  const persons = [...new Set([...plis, ...questions].map(({ personId }) => personId))]
  for (const email of await emailsOf(persons)) {
    if (known.has(email.toLowerCase())) continue
    await mailChange.enqueue(
      { changeId, email },
      { dedupeKey: `procurement.mail:${changeId}:${email}` }
    )
  }
}
