import { createHash } from 'node:crypto'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { LocalDate } from '#lib/values'
import { answerFingerprint, daySaid, keysOf } from '../formats/message_keys.js'
import type { Authentication } from '../formats/authentication_results.js'
import type { MailAttachment } from '../formats/mail_reader.js'
import type { MinistryMessage } from '../formats/ministry_message.js'
import { receiveLetter } from '../letters.js'
import Answer from '../models/answer.js'
import type Transmission from '../models/transmission.js'
import { doubtAbout } from '../rules/doubt.js'
import { isLetterType } from '../rules/letters.js'
import { applyToActe } from './apply_to_acte.js'
import { applyToClassification } from './apply_to_classification.js'
import { findSubject, type Found } from './find_subject.js'

export interface Arrived {
  mailId: string
  name: string
  bytes: Buffer
  message: MinistryMessage
  siren: string | null
  attachments: MailAttachment[]
  /** Whether somebody vouches for the sender. */
  authentication: Authentication
  /** An operator attached the message to this acte: she has judged it. */
  forActeId?: string
}

export interface Applied {
  /** False when a person must look at it. */
  handled: boolean
  reason: string | null
}

const HANDLED: Applied = { handled: true, reason: null }

/**
 * Applies one message to the acte or the request that it answers, and keeps it with its decision.
 * The same answer twice, in one mail or in two, is applied once.
 */
export async function applyMessage(arrived: Arrived): Promise<Applied> {
  const { message, siren } = arrived
  const keys = keysOf(message, siren)
  const subject = await findSubject(keys, message, arrived.forActeId)
  const sending = subject.transmission?.envelope ?? null
  const fingerprint = answerFingerprint(message, keys, { sending, content: digestOf(arrived) })
  const known = await Answer.findBy('fingerprint', fingerprint)
  if (known && known.decision !== 'set_aside') return HANDLED
  const outcome = await decide(arrived, subject)
  if (outcome.decision === 'unmatched') return { handled: false, reason: outcome.reason }
  const isBelieved = outcome.decision !== 'set_aside'
  const answer =
    (await known?.merge({ decision: outcome.decision }).save()) ??
    (await keep(arrived, fingerprint, subject, outcome.decision))
  if (isBelieved && subject.acte && isLetterType(answer.kind)) {
    await receiveLetter(subject.acte, answer)
  }
  return isBelieved ? HANDLED : { handled: false, reason: outcome.reason }
}

function digestOf({ bytes, attachments }: Arrived): string {
  const hash = createHash('sha256').update(bytes)
  for (const { bytes: attached } of attachments) hash.update(attached)
  return hash.digest('hex')
}

async function decide(
  arrived: Arrived,
  { acte, transmission }: Found
): Promise<{ decision: string; reason: string | null }> {
  const { message, bytes, name, authentication, forActeId } = arrived
  const doubt = forActeId ? null : doubtAbout(message, authentication, sentFor(transmission))
  if (doubt && (acte || transmission)) return { decision: 'set_aside', reason: doubt }
  if (message.kind === 'classification' || message.kind === 'classification_unchanged') {
    return applyToClassification(message, bytes, name, transmission)
  }
  if (!acte) return { decision: 'unmatched', reason: 'Aucun acte ne correspond à cette réponse.' }
  return applyToActe(acte, transmission, message)
}

/** When what a message answers was sent, and the day that it is. */
function sentFor(transmission: Transmission | null) {
  const sentOn = transmission && LocalDate.at(transmission.createdAt)
  return { sentOn: sentOn?.toString() ?? null, today: clock.today().toString() }
}

async function keep(
  { mailId, name, bytes, message, attachments, authentication }: Arrived,
  fingerprint: string,
  { acte, transmission }: Found,
  decision: string
): Promise<Answer> {
  const document = await documents.store(bytes, { name })
  const attachmentIds: string[] = []
  for (const file of attachments) {
    attachmentIds.push((await documents.store(file.bytes, { name: file.name })).id)
  }
  return Answer.create({
    mailId,
    acteId: acte?.id ?? null,
    transmissionId: transmission?.id ?? null,
    kind: 'type' in message ? message.type : message.kind,
    fingerprint,
    decision,
    documentId: document.id,
    attachmentIds,
    saidOn: daySaid(message),
    detail: detailOf(message),
    authentication,
    receivedAt: clock.now(),
  })
}

function detailOf(message: MinistryMessage): string | null {
  if ('detail' in message) return `${message.nature} ${message.detail}`.trim()
  return 'text' in message ? message.text : null
}
