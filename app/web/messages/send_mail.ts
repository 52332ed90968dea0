import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { Choices } from './choices.js'
import { deadSince, noteDead, refusedForGood } from './dead_addresses.js'
import { happenedIn } from './happened.js'
import { linesOf, type Said } from './said.js'
import { mailWords } from './mail_words.js'
import { stopPath } from './stop_link.js'

interface Ready {
  personId: string
  email: string
  name: string
  place: string
  lines: Said[]
  news: Said[]
}

/**
 * Sends a mail that was ordered. What has been done since is left out, and the mail with it when
 * nothing waits any more. Killed between the yes of the mail server and our note of it, it sends the
 * same mail again, under the same Message-ID (decision 0082).
 */
export const sendMail = defineJob<{ mailId: string }>({
  name: 'kernel.send_mail',
  title: 'Envoyer un courriel',
  queue: 'outside',
  onGiveUp: ({ mailId }, { tenantId }) =>
    tenancy.run(tenantId, () => note(mailId, { dropped: 'failed' })),
  async handle({ mailId }, { tenantId }) {
    const ready = await tenancy.run(tenantId, () => prepare(mailId))
    if (!ready) return
    try {
      await post(mailId, ready)
    } catch (error) {
      const said = refusedForGood(error)
      if (!said) throw error
      return tenancy.run(tenantId, async () => {
        await noteDead(tenancy.trx(), ready.email, said)
        await note(mailId, { dropped: 'dead_address' })
      })
    }
    await tenancy.run(tenantId, () => note(mailId, { sent_at: clock.now().toJSDate() }))
  },
})

async function prepare(mailId: string): Promise<Ready | null> {
  const trx = tenancy.trx()
  const found = await ordered(mailId)
    .join('kernel.users as people', 'people.id', 'mails.person_id')
    .leftJoin('kernel.memberships as places', (on) =>
      on.on('places.tenant_id', 'mails.tenant_id').on('places.user_id', 'mails.person_id')
    )
    .select('people.email', 'people.full_name as name', 'mails.person_id')
    .select('places.state as membership')
    .first()
  if (!found) return null
  // Who was suspended since hears no more of this place
  if (found.membership !== 'active') return drop(mailId, 'unwanted')
  const waiting = await linesOf(mailId)
  const happened = await happenedIn(mailId, waiting)
  if (waiting.length + happened.length === 0) return drop(mailId, 'done')
  const choices = await Choices.of(trx, [found.person_id])
  const wanted = ({ capability }: Said) => choices.pace(found.person_id, capability) !== 'never'
  const [lines, news] = [waiting.filter(wanted), happened.filter(wanted)]
  if (lines.length + news.length === 0) return drop(mailId, 'unwanted')
  if (await deadSince(trx, found.email)) return drop(mailId, 'dead_address')
  const { name: place } = await tenants.current()
  return { personId: found.person_id, email: found.email, name: found.name, place, lines, news }
}

/** A mail that was neither sent nor dropped. */
const ordered = (mailId: string) =>
  tenancy
    .trx()
    .from('kernel.mails as mails')
    .where({ 'mails.tenant_id': tenancy.tenantId(), 'mails.id': mailId })
    .whereNull('mails.sent_at')
    .whereNull('mails.dropped')

async function drop(mailId: string, dropped: string): Promise<null> {
  await note(mailId, { dropped })
  return null
}

async function note(mailId: string, what: object): Promise<void> {
  await tenancy
    .trx()
    .from('kernel.mails')
    .where({ tenant_id: tenancy.tenantId(), id: mailId })
    .update(what)
}

async function post(mailId: string, ready: Ready): Promise<void> {
  const { personId, email, name } = ready
  const words = mailWords(ready)
  await mail.send((message) => {
    message.to(email, name).subject(words.subject)
    message.messageId(messageIdOf(mailId))
    // Boxes offer it only where it is an https address (RFC 8058 §3.1)
    message.listUnsubscribe(`${appUrl}${stopPath(personId)}`, { oneClick: true })
    message.htmlView('messages/mails/waiting_html', words)
    message.textView('messages/mails/waiting_text', words)
  })
}

/** The same at each attempt: boxes that know it already show it once. */
export const messageIdOf = (mailId: string) => `<${mailId}@${new URL(appUrl).hostname}>`
