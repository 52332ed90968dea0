import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
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
  async handle({ mailId }, { lastAttempt }) {
    try {
      await read(mailId)
    } catch (error) {
      // Nothing is lost for a fault of ours: a person finds the mail and may replay it
      if (lastAttempt) {
        const reason = `La lecture a échoué : ${(error as Error).message}`
        await inboxStore.settle(mailId, 'unreadable', { error: reason })
      }
      throw error
    }
  },
})

async function read(mailId: string): Promise<void> {
  const kept = await inboxStore.find(mailId)
  if (!kept || kept.state === 'discarded') return
  const { subject, mail } = await readMailApart(kept.raw)
  if (mail.state !== 'understood') {
    const error = mail.state === 'unreadable' ? mail.error : null
    return inboxStore.settle(mailId, mail.state, { subject, error })
  }
  const tenant = mail.siren ? await tenants.bySiren(mail.siren) : null
  if (!tenant) {
    const error = `Aucune collectivité de la plateforme n’a le SIREN ${mail.siren ?? 'manquant'}.`
    return inboxStore.settle(mailId, 'unmatched', { subject, error })
  }
  const { state, error } = await applyMail(mailId, mail, tenant)
  await inboxStore.settle(mailId, state, { subject, error, routedTo: tenant.id })
}

/** Applies every message of a mail, in one transaction of the collectivite. */
export async function applyMail(
  mailId: string,
  mail: Extract<ReadMail, { state: 'understood' }>,
  tenant: Tenant,
  forActeId?: string
): Promise<{ state: MailState; error: string | null }> {
  const applied: Applied[] = []
  await tenancy.run(tenant.id, async () => {
    for (const { name, bytes, message } of mail.messages) {
      const { siren, documents: attachments } = mail
      applied.push(
        await applyMessage({ mailId, name, bytes, message, siren, attachments, forActeId })
      )
    }
  })
  const trouble = applied.find(({ handled }) => !handled)
  return { state: trouble ? 'unmatched' : 'understood', error: trouble?.reason ?? null }
}

/** Takes up again the mails whose reading never began, or was cut by a crash. */
export async function sweepInbox(): Promise<void> {
  const before = clock.now().minus({ seconds: 30 }).toJSDate()
  for (const mailId of await inboxStore.forgotten(before)) {
    await processMail.enqueueForPlatform({ mailId }, { dedupeKey: `actes.mail:${mailId}` })
  }
}

/** Keeps a mail, then has it read; what an inbox calls for each one. */
export async function keepMail(raw: Buffer): Promise<void> {
  const mailId = await inboxStore.keep(raw)
  if (!mailId) return
  await processMail.enqueueForPlatform({ mailId }, { dedupeKey: `actes.mail:${mailId}` })
}
