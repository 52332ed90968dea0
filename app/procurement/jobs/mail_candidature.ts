import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { behind, emailsOf } from '#rooms/outsiders'
import CandidatureMember from '../candidature/member.js'
import { drawLink } from '../candidature/draw_link.js'
import Consultation from '../drafting/consultation.js'

interface About<What> {
  memberId: string
  mandataireId: string
  what: What
}

/** Writes to a company that a mandataire invites, or goes on without; it draws the link. */
export const mailMember = defineJob<About<'invited' | 'removed'>>({
  name: 'procurement.mail_member',
  title: 'Écrire à une entreprise d’un groupement',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'the mandataire sees that nobody answered, and invites again' },
  async handle({ memberId, mandataireId, what }) {
    const { member, words, title } = await wordsOf(memberId, mandataireId)
    const address = member.email
    const secret = what === 'invited' ? await drawLink(memberId, mandataireId) : null
    if (!address || (what === 'invited' && !secret)) return
    await send([address], `Groupement : ${title}`, {
      ...words,
      what,
      url: secret && `${appUrl}/moi/groupements/${secret}`,
    })
  },
})

/** Tells a mandataire what a company answered, or that it goes away. */
export const mailMandataire = defineJob<About<'accepted' | 'refused' | 'left'>>({
  name: 'procurement.mail_mandataire',
  title: 'Dire à un mandataire ce qu’une entreprise a répondu',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'the page of the candidature tells it too' },
  async handle({ memberId, mandataireId, what }) {
    const { words, page, title } = await wordsOf(memberId, mandataireId)
    const addresses = await emailsOf([mandataireId])
    if (addresses.length === 0) return
    await send(addresses, `Groupement : ${title}`, { ...words, what, url: `${appUrl}${page}` })
  },
})

async function wordsOf(memberId: string, mandataireId: string) {
  const { member, mandataire } = await behind({ person: mandataireId }, async () => {
    const held = await CandidatureMember.hold(memberId)
    const [first] = await CandidatureMember.of(held.candidatureId)
    return { member: held, mandataire: first.company }
  })
  return tenancy.run(member.buyerId, async () => {
    const tenant = await tenants.current()
    const { id, title, reference, hourWords } = await Consultation.get(member.consultationId)
    return {
      member,
      title,
      page: `/moi/marches/${tenant.slug}/${id}/candidature`,
      words: {
        title,
        reference,
        buyer: tenant.name,
        mandataire,
        company: member.company,
        hourWords,
      },
    }
  })
}

async function send(to: string[], subject: string, words: object): Promise<void> {
  await mail.send((message) => {
    message.to(to[0]).subject(subject.slice(0, 200))
    for (const one of to.slice(1)) message.cc(one)
    message.htmlView('procurement/mails/candidature_html', words)
    message.textView('procurement/mails/candidature_text', words)
  })
}
