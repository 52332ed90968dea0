import { OUTSIDE, SYSTEM } from '#kernel/actor'
import { LocalDate } from '#lib/values'
import { announce } from '../announce.js'
import { acteAcknowledged } from '../events.js'
import type { MinistryMessage } from '../formats/ministry_message.js'
import type Acte from '../models/acte.js'
import { fromDay } from '../models/days.js'
import { tellPreparer } from '../tell_preparer.js'
import { askForPaper, forgetPaper } from '../paper.js'
import { dropReply } from '../letter_replies.js'
import type Transmission from '../models/transmission.js'
import { isStaleClassification } from '../rules/anomaly_advice.js'
import { isAboutLetter } from '../rules/letters.js'
import {
  onAcknowledgement,
  onAnomaly,
  onCancellationAcknowledged,
  type AnswerDecision,
} from '../rules/answers.js'
import { rejectTransmission, refuseCancellation } from '../setbacks.js'
import { requestClassification } from './request_classification.js'

export interface Decided {
  decision: AnswerDecision | 'noted'
  reason: string | null
}

/** What a message changes in the acte that it answers, in the transaction in context. */
export async function applyToActe(
  acte: Acte,
  transmission: Transmission | null,
  message: MinistryMessage
): Promise<Decided> {
  switch (message.kind) {
    case 'acknowledgement':
      return acknowledge(acte, transmission, message)
    case 'anomaly':
      return reportAnomaly(acte, transmission, message)
    case 'envelope_anomaly':
      if (transmission && isAboutLetter(transmission.type)) {
        await dropReply(acte, transmission, `${message.nature} ${message.detail}`.trim())
        return { decision: 'noted', reason: null }
      }
      return transmission?.type === '6-1'
        ? giveUpCancellation(acte, transmission, message.detail)
        : reportAnomaly(acte, transmission, message)
    case 'cancellation_acknowledgement':
      return confirmCancellation(acte, transmission, message.receivedOn)
    case 'letter':
    case 'deferral':
      return { decision: 'noted', reason: null }
    case 'reply_acknowledgement':
      if (!transmission) return aside('Accusé de réception d’une réponse que personne n’a envoyée.')
      await transmission.receiveAnswer()
      return { decision: 'noted', reason: null }
    default:
      return aside(`Une réponse de type ${message.kind} ne concerne pas un acte.`)
  }
}

async function acknowledge(
  acte: Acte,
  transmission: Transmission | null,
  message: Extract<MinistryMessage, { kind: 'acknowledgement' }>
): Promise<Decided> {
  const decision = onAcknowledgement(acte.state)
  if (decision === 'set_aside') return aside('Accusé de réception d’un acte qui n’était pas parti.')
  if (decision !== 'acknowledge') return { decision, reason: null }
  const day = LocalDate.tryParse(message.receivedOn)
  if (!day) return aside(`Date de réception illisible : « ${message.receivedOn} ».`)
  await transmission?.receiveAnswer()
  acte.identifier = message.acteId || acte.identifier
  acte.receivedOn = fromDay(day)
  acte.anomalyCode = null
  acte.anomalyDetail = null
  const data = { identifier: acte.identifier, receivedOn: day.toString() }
  await acte.step('acknowledge', OUTSIDE, { data })
  await askForPaper(acte)
  await tellPreparer(acte, 'acknowledge')
  await acteAcknowledged.emit({ acteId: acte.id })
  return { decision, reason: null }
}

async function reportAnomaly(
  acte: Acte,
  transmission: Transmission | null,
  { nature, detail }: { nature: string; detail: string }
): Promise<Decided> {
  const decision = onAnomaly(acte.state, detail)
  if (decision === 'set_aside') return aside(`Anomalie reçue trop tard : ${nature} ${detail}`)
  if (decision === 'proof_of_receipt') {
    if (transmission?.isUnderWay) await transmission.succeed()
    if (acte.state === 'transmitting') await acte.step('hand_over', SYSTEM)
  }
  if (decision !== 'report_anomaly') return { decision, reason: null }
  await transmission?.receiveAnswer()
  await rejectTransmission(acte, 'report_anomaly', { code: nature, detail }, OUTSIDE)
  // Asked for at once, as the advice says, so that the agent only has to send again
  if (isStaleClassification(nature, detail)) {
    await requestClassification.enqueue({}, { dedupeKey: 'actes.classification' })
  }
  return { decision, reason: null }
}

async function confirmCancellation(
  acte: Acte,
  transmission: Transmission | null,
  receivedOn: string
): Promise<Decided> {
  const decision = onCancellationAcknowledged(acte.state)
  if (decision === 'set_aside') return aside('Annulation confirmée sans avoir été demandée.')
  if (decision !== 'confirm_cancellation') return { decision, reason: null }
  await transmission?.receiveAnswer()
  await acte.step('confirm_cancellation', OUTSIDE, { data: { receivedOn } })
  await forgetPaper(acte)
  await announce(acte)
  return { decision, reason: null }
}

async function giveUpCancellation(
  acte: Acte,
  transmission: Transmission,
  detail: string
): Promise<Decided> {
  if (acte.state !== 'cancelling') return { decision: 'already_known', reason: null }
  await refuseCancellation(acte, transmission, detail, OUTSIDE)
  return { decision: 'give_up_cancellation', reason: null }
}

const aside = (reason: string): Decided => ({ decision: 'set_aside', reason })
