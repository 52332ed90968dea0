import type { MessageKeys } from '../formats/message_keys.js'
import type { MinistryMessage } from '../formats/ministry_message.js'
import Acte from '../models/acte.js'
import Transmission, { type TransmissionType } from '../models/transmission.js'
import type { Found } from './apply_message.js'

/** The acte and the transmission that a message answers, by the surest key that it has. */
export async function findSubject(
  keys: MessageKeys,
  message: MinistryMessage,
  forActeId?: string
): Promise<Found> {
  const type = answeredType(message)
  if (type === '7-1') return { acte: null, transmission: await lastRequest() }
  const byEnvelope = keys.envelope ? await Transmission.findBy('envelope', keys.envelope) : null
  const acteId = forActeId ?? byEnvelope?.acteId
  const acte = acteId ? await Acte.find(acteId) : await findActe(keys)
  if (byEnvelope || !acte) return { acte, transmission: byEnvelope }
  return { acte, transmission: await Transmission.latestOf(acte.id, type) }
}

function answeredType(message: MinistryMessage): TransmissionType {
  if (message.kind === 'cancellation_acknowledgement') return '6-1'
  if (message.kind === 'classification' || message.kind === 'classification_unchanged') return '7-1'
  return '1-1'
}

async function findActe({ acteId, numero }: MessageKeys): Promise<Acte | null> {
  if (acteId) {
    const acte = await Acte.query().where('identifier', acteId).whereNot('state', 'draft').first()
    if (acte) return acte
  }
  // An anomaly says the numero only: unique among the actes that left the draft
  return numero ? Acte.query().where('numero', numero).whereNot('state', 'draft').first() : null
}

const lastRequest = () => Transmission.query().where('type', '7-1').orderBy('id', 'desc').first()
