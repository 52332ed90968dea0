import mail from '@adonisjs/mail/services/main'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { followUrl } from '../follow_link.js'
import Invoice from '../models/invoice.js'
import { followScreen } from '../screens/follow_screen.js'
import { holdUp } from '../trouble.js'

/** Mails to a supplier the address by which she follows her invoice, with the steps that it went through. */
export const mailFollowLink = defineJob<{ invoiceId: string; email: string }>({
  name: 'invoicing.mail_follow_link',
  title: 'Envoyer à un fournisseur le suivi de sa facture',
  queue: 'outside',
  onGiveUp: ({ invoiceId }, about) => holdUp(invoiceId, about),
  async handle({ invoiceId, email }, { tenantId }) {
    const words = await tenancy.run(tenantId, () => followMailWords(invoiceId))
    await mail.send((message) => {
      message.to(email).subject(words.subject)
      message.htmlView('invoicing/mails/follow_html', words)
      message.textView('invoicing/mails/follow_text', words)
    })
  },
})

async function followMailWords(invoiceId: string) {
  const tenant = await tenants.current()
  const invoice = await Invoice.get(invoiceId)
  const { steps, delay, badge } = await followScreen(invoice, tenant)
  return {
    subject: `Votre facture ${invoice.number} à ${tenant.name} : ${badge.label.toLowerCase()}`,
    number: invoice.number,
    place: tenant.name,
    now: badge.label,
    steps: steps.map(({ label, note }) => ({ label, note: note || 'pas encore' })),
    delay: delay?.title ?? null,
    url: followUrl(tenant, invoiceId),
  }
}
