import mail from '@adonisjs/mail/services/main'
import { person as actorOf } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { doorUrl } from '#app/exchange/receiving/addresses'
import Exchange from '#app/exchange/models/exchange'
import Recipient from '#app/exchange/models/recipient'
import { openBox } from '#app/exchange/sending/boxes'
import { type newExchange, prepare } from '#app/exchange/sending/prepare'
import { runDueJobs } from '#tests/helpers/jobs'
import { lay, visitor } from '#tests/helpers/visitor'
import { placeApart } from '#tests/world/journals'
import type { Infer } from '@vinejs/vine/types'

export const WHO = 'geometre@exemple.test'
const AGENT = actorOf('0190a1b2-0000-7000-8000-000000000001')

type Filling = (guest: ReturnType<typeof visitor>, door: string) => Promise<unknown>
const layPlan: Filling = (guest, door) => lay(guest, door, 'plan.txt', Buffer.from('un plan'))

/** An exchange of a member of nobody else, that has left, and its one recipient. */
export async function exchanged(
  more: Partial<Infer<typeof newExchange>> = {},
  from = '203.0.113.40',
  { host, fill = layPlan }: { host?: string; fill?: Filling } = {}
) {
  const tenantId = await placeApart()
  const tenant = (await tenants.byId(tenantId))!
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenantId, work)
  const asked = {
    ...{ kind: 'send' as const, title: 'Plans du préau', recipients: WHO },
    until: clock.now().plus({ days: 3 }).toISODate()!,
    ...more,
  }
  const guest = visitor(from, host)
  const { id, box } = await within(async () => {
    const exchange = await prepare(asked, AGENT)
    return { id: exchange.id, box: await openBox(exchange, null) }
  })
  if (asked.kind === 'send') await fill(guest, `/depot/${box}`)
  const recipient = await within(async () => {
    await (await Exchange.hold(id)).open(AGENT)
    return (await Recipient.of(id))[0]
  })
  const page = new URL(doorUrl(tenant, recipient.id)).pathname
  return { tenantId, tenant, within, id, recipient, page, guest, box }
}

/** The mails that the due jobs of a member send. */
export async function mailsOf(tenantId: string) {
  using fake = mail.fake()
  await runDueJobs(tenantId)
  return fake.messages.sent().map(({ nodeMailerMessage: { to, subject, text } }) => ({
    to: JSON.stringify(to),
    subject: String(subject),
    text: String(text),
  }))
}

/** The code that one of some mails tells. */
export function codeIn(mails: { subject: string; text: string }[]): string {
  const { text } = mails.find(({ subject }) => subject.startsWith('Votre code'))!
  return /\b[A-Z2-9]{4}-[A-Z2-9]{4}\b/.exec(text)![0]
}

/** Comes in as the recipient does: asks for a code, reads it in her mail, types it. */
export async function comeIn({ tenantId, guest, page }: Awaited<ReturnType<typeof exchanged>>) {
  await guest.send(page, `${page}/code`)
  const code = codeIn(await mailsOf(tenantId))
  await guest.send(page, `${page}/entree`, { given: code })
  return code
}
