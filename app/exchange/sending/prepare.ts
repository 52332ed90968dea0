import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { DateTime } from 'luxon'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { frenchMessages } from '#web/validation_messages'
import { DayRefused, RecipientsRefused, TooManyRecipients } from '../errors.js'
import Exchange from '../models/exchange.js'
import Recipient from '../models/recipient.js'

/** No channel stays open for longer. */
export const MOST_DAYS = 90
const MOST_RECIPIENTS = 50
const PARIS = 'Europe/Paris'

/** What opening an exchange asks for; its last day is open until its end. */
export const newExchange = vine.create({
  kind: vine.enum(['send', 'ask'] as const),
  title: vine.string().trim().minLength(3).maxLength(200),
  message: vine.string().trim().maxLength(2000).optional(),
  recipients: vine.string().maxLength(10_000),
  until: vine.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  sealed: vine.boolean().optional(),
  replies: vine.boolean().optional(),
})
newExchange.messagesProvider = frenchMessages

/** Prepares one, which leaves when its member says so. @throws E_EXCHANGE_* at their fields */
export async function prepare(asked: Infer<typeof newExchange>, by: Actor): Promise<Exchange> {
  const { kind, title, message = null, sealed = false, replies = false } = asked
  const emails = addressesIn(asked.recipients)
  const exchange = await Exchange.create({
    ...{ kind, title, message, state: 'draft', expiresAt: endOf(asked.until) },
    ...{ isSealed: kind === 'send' && sealed, takesReplies: kind === 'send' && replies },
    createdBy: by.kind === 'person' ? by.id : null,
    createdAt: clock.now(),
  })
  for (const email of emails) await Recipient.create({ exchangeId: exchange.id, email })
  return exchange
}

const ADDRESS = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/

function addressesIn(text: string): string[] {
  const written = text.split(/[\s,;]+/).filter(Boolean)
  const wrong = written.find((one) => !ADDRESS.test(one) || one.length > 254)
  if (wrong || written.length === 0) throw new RecipientsRefused(wrong ?? '').at('recipients')
  const emails = [...new Set(written.map((one) => one.toLowerCase()))]
  if (emails.length > MOST_RECIPIENTS) throw new TooManyRecipients(MOST_RECIPIENTS).at('recipients')
  return emails
}

function endOf(day: string): DateTime {
  const end = DateTime.fromISO(day, { zone: PARIS }).endOf('day')
  const now = clock.now()
  if (!end.isValid || end < now || end > now.plus({ days: MOST_DAYS }))
    throw new DayRefused(MOST_DAYS).at('until')
  return end
}
