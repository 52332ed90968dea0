import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import type { Authentication } from '../formats/authentication_results.js'
import type { ReadMail } from '../formats/mail_reader.js'
import { inboxStore, type MailState } from '../gateways/inbox_store.js'
import { applyMessage, type Applied } from './apply_message.js'
import { readMailApart } from './read_mail_apart.js'

/**
 * Reads one mail of the ministry and applies its messages to the collectivite that they name. May
 * run any number of times: an answer already applied is recognised and changes nothing.
 */
export const processMail = defineJob<{ mailId: string }>({
  name: 'actes.process_mail',
  title: 'Lire un courriel du ministère',
  handle: ({ mailId }) => read(mailId),
  // Nothing is lost for a fault of ours: a person finds the mail and may replay it
  onGiveUp: async ({ mailId }, { reason }) => {
    const error = `La lecture a échoué : ${reason}`
    await inboxStore.decide(mailId, async () => ({ state: 'unreadable', error }))
  },
})

async function read(mailId: string): Promise<void> {
  const kept = await inboxStore.find(mailId)
  if (!kept || kept.state === 'discarded') return
  const { subject, mails, authentication } = await readMailApart(kept.raw)
  // Somebody may have filed or attached it meanwhile: then nothing is done, nor said otherwise
  await inboxStore.decide(mailId, async () => {
    const ends: End[] = []
    for (const mail of mails) ends.push(await readOne(mailId, mail, authentication))
    return {
      state: worstOf(ends),
      subject,
      error: ends.flatMap(({ error }) => error ?? []).join(' ') || null,
      routedTo: ends.find(({ routedTo }) => routedTo)?.routedTo,
    }
  })
}

type End = { state: MailState; error: string | null; routedTo?: string }

/** What a person must look at comes before what went well. */
const worstOf = (ends: End[]): MailState =>
  (['unmatched', 'unreadable', 'understood'] as const).find((wanted) =>
    ends.some(({ state }) => state === wanted)
  ) ?? 'ignored'

async function readOne(
  mailId: string,
  mail: ReadMail,
  authentication: Authentication
): Promise<End> {
  if (mail.state === 'ignored') return { state: 'ignored', error: null }
  if (mail.state === 'unreadable') return { state: 'unreadable', error: mail.error }
  const tenant = mail.siren ? await tenants.bySiren(mail.siren) : null
  if (!tenant) {
    const error = `Aucune collectivité de la plateforme n’a le SIREN ${mail.siren ?? 'manquant'}.`
    return { state: 'unmatched', error }
  }
  const applied = await applyMail(mailId, mail, tenant, { authentication })
  return { ...applied, routedTo: tenant.id }
}

/** Applies every message of a mail, in one transaction of the collectivite. */
export async function applyMail(
  mailId: string,
  mail: Extract<ReadMail, { state: 'understood' }>,
  tenant: Tenant,
  how: { authentication: Authentication; forActeId?: string }
): Promise<{ state: MailState; error: string | null }> {
  const applied: Applied[] = []
  await tenancy.run(tenant.id, async () => {
    for (const { name, bytes, message } of mail.messages) {
      const { siren, documents: attachments } = mail
      applied.push(await applyMessage({ mailId, name, bytes, message, siren, attachments, ...how }))
    }
  })
  const reasons = applied.flatMap(({ handled, reason }) => (handled ? [] : (reason ?? [])))
  const error = [...reasons, ...(mail.trouble ? [mail.trouble] : [])].join(' ') || null
  if (reasons.length > 0) return { state: 'unmatched', error }
  return { state: mail.trouble ? 'unreadable' : 'understood', error }
}

/** Takes up again the mails whose reading never began, or was cut by a crash. */
export async function sweepInbox(): Promise<void> {
  const before = clock.now().minus({ seconds: 30 }).toJSDate()
  for (const mailId of await inboxStore.forgotten(before)) {
    await processMail.enqueueForPlatform({ mailId }, { dedupeKey: `actes.mail:${mailId}` })
  }
}

/** Beyond, what a sender writes is of no use to anybody, and it is asked to come back later. */
const MOST_JUNK_AN_HOUR = 200
const FORGOTTEN_AFTER_DAYS = 90

/** Keeps a mail, then has it read; what an inbox calls for each one. */
export async function keepMail(raw: Buffer, from?: string): Promise<void> {
  if (from) await refuseFlood(from)
  const mailId = await inboxStore.keep(raw, from)
  if (!mailId) return
  await processMail.enqueueForPlatform({ mailId }, { dedupeKey: `actes.mail:${mailId}` })
}

/** A refusal for a time: a server that has something to say tries again for days (RFC 5321 §4.5.4.1). */
async function refuseFlood(from: string): Promise<void> {
  const since = clock.now().minus({ hours: 1 }).toJSDate()
  if ((await inboxStore.junkOf(from, since)) < MOST_JUNK_AN_HOUR) return
  throw Object.assign(new Error('Too many mails that nobody can use'), { responseCode: 452 })
}

/** Forgets the mails that were filed, or that needed nothing. */
export async function forgetOldMails(): Promise<void> {
  await inboxStore.forget(clock.now().minus({ days: FORGOTTEN_AFTER_DAYS }).toJSDate())
}
