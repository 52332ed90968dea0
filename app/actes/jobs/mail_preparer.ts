import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import User from '#kernel/people/user'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Acte from '../models/acte.js'
import { PREPARER_WORDS, type ToldEvent } from '../rules/preparer_words.js'

/** Mails what happened to an acte to the person who prepared it. */
export const mailPreparer = defineJob<{ acteId: string; event: ToldEvent }>({
  name: 'actes.mail_preparer',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'the page of the acte says the same; the operator sees the job' },
  async handle({ acteId, event }, { tenantId }) {
    const told = await tenancy.run(tenantId, async () => {
      const acte = await Acte.find(acteId)
      const user = acte?.createdBy
        ? await User.find(acte.createdBy, { client: tenancy.trx() })
        : null
      return acte && user ? { title: acte.title, user } : null
    })
    if (!told) return
    const { title, user } = told
    const { slug, name: place } = (await tenants.byId(tenantId))!
    const url = `${appUrl}/c/${slug}/actes/${acteId}`
    const words = { name: user.fullName, place, url, ...PREPARER_WORDS[event](title) }
    await mail.send((message) => {
      message.to(user.email, user.fullName).subject(words.subject)
      message.htmlView('actes/mails/preparer_html', words)
      message.textView('actes/mails/preparer_text', words)
    })
  },
})

/** Tells the person who prepared an acte, once the transaction in context is written. */
export async function tellPreparer({ id, createdBy }: Acte, event: ToldEvent): Promise<void> {
  if (createdBy) await mailPreparer.enqueue({ acteId: id, event })
}
