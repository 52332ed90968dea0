import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { plural } from '#lib/french/french'
import { Choices } from './choices.js'
import { deadSince, noteDead, refusedForGood } from './dead_addresses.js'
import { linesOf, type Said } from './said.js'
import { stopPath } from './stop_link.js'

interface Ready {
  personId: string
  email: string
  name: string
  place: string
  lines: Said[]
}

/**
 * Sends a mail that was ordered. What has been done since is left out, and the mail with it when
 * nothing waits any more. Killed between the yes of the mail server and our note of it, it sends the
 * same mail again, under the same Message-ID (decision 0082).
 */
export const sendMail = defineJob<{ mailId: string }>({
  name: 'kernel.send_mail',
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
    .select('people.email', 'people.full_name', 'mails.person_id')
    .first()
  if (!found) return null
  const waiting = await linesOf(mailId)
  if (waiting.length === 0) return drop(mailId, 'done')
  const choices = await Choices.of(trx, [found.person_id])
  const lines = waiting.filter(
    ({ capability }) => choices.pace(found.person_id, capability) !== 'never'
  )
  if (lines.length === 0) return drop(mailId, 'unwanted')
  if (await deadSince(trx, found.email)) return drop(mailId, 'dead_address')
  const { name: place } = await tenants.current()
  return { personId: found.person_id, email: found.email, name: found.full_name, place, lines }
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

async function post(mailId: string, { personId, email, name, place, lines }: Ready): Promise<void> {
  const words = {
    name,
    place,
    lines: lines.map((line) => ({ ...line, url: `${appUrl}${line.url}` })),
    tasksUrl: `${appUrl}/mes-taches`,
    choicesUrl: `${appUrl}/compte/courriels`,
    lead: lines.length === 1 ? 'une chose vous attend.' : 'voici ce qui vous attend.',
    subject: subjectOf(place, lines),
  }
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

/** What waits is said in the mail and not in its subject, which screens show to whoever passes. */
const subjectOf = (place: string, lines: Said[]) =>
  lines.length === 1
    ? `${place} : une chose vous attend`
    : `${place} : ${plural(lines.length, 'chose')} vous attendent`
