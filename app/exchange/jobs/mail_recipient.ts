import mail from '@adonisjs/mail/services/main'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { grouped } from '#identity'
import { day } from '#lib/french/french'
import Exchange from '../models/exchange.js'
import Recipient from '../models/recipient.js'
import { doorUrl } from '../receiving/addresses.js'
import { drawFor } from '../receiving/code.js'

/** Tells a recipient that files are for her, or are asked of her. */
export const mailInvitation = defineJob<{ recipientId: string }>({
  name: 'exchange.mail_invitation',
  title: 'Prévenir un destinataire d’un échange',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'the page of the exchange shows that she has not come' },
  async handle({ recipientId }, { tenantId }) {
    const told = await tenancy.run(tenantId, () => wordsFor(recipientId))
    if (!told) return
    await mail.send((message) => {
      message.to(told.email).subject(told.subject.slice(0, 200))
      message.htmlView('exchange/mails/invitation_html', told)
      message.textView('exchange/mails/invitation_text', told)
    })
  },
})

/** Mails the code that opens a door, which is drawn here: it is kept nowhere but as a digest. */
export const mailCode = defineJob<{ recipientId: string }>({
  name: 'exchange.mail_code',
  title: 'Envoyer un code à usage unique',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'she asks for another on the page that waits for it' },
  async handle({ recipientId }, { tenantId }) {
    const told = await tenancy.run(tenantId, async () => {
      const words = await wordsFor(recipientId)
      if (!words) return null
      return { ...words, code: grouped(await drawFor(await Recipient.hold(recipientId))) }
    })
    if (!told) return
    await mail.send((message) => {
      message.to(told.email).subject(`Votre code pour « ${told.title} »`.slice(0, 200))
      message.htmlView('exchange/mails/code_html', told)
      message.textView('exchange/mails/code_text', told)
    })
  },
})

/** Null once the exchange is shut: nothing is mailed of what leads nowhere. */
async function wordsFor(recipientId: string) {
  const recipient = await Recipient.hold(recipientId)
  const exchange = await Exchange.get(recipient.exchangeId)
  if (!exchange.isOpen) return null
  const tenant = await tenants.current()
  const { title, message, isSealed, kind } = exchange
  const does = kind === 'send' ? 'vous envoie des fichiers' : 'vous demande des fichiers'
  return {
    ...{ title, message, isSealed, email: recipient.email, from: tenant.name, does },
    subject: `${tenant.name} ${does} : ${title}`,
    url: doorUrl(tenant, recipientId),
    until: day(exchange.expiresAt),
  }
}
