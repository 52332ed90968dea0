import type { MessageKeys } from '../formats/message_keys.js'
import type { MinistryMessage } from '../formats/ministry_message.js'
import Acte from '../models/acte.js'
import Answer from '../models/answer.js'
import Transmission, { type TransmissionType } from '../models/transmission.js'
import { REPLIES_OF_RECEIPT } from '../rules/letters.js'

/** What a message answers: either may be missing. */
export interface Found {
  acte: Acte | null
  transmission: Transmission | null
}

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
  if (message.kind === 'reply_acknowledgement') {
    return { acte, transmission: await answeredReply(acte, message) }
  }
  return { acte, transmission: await Transmission.latestOf(acte.id, type) }
}

/** The reply that a receipt is about: of its kind, to the letter of that day when it says one. */
async function answeredReply(
  acte: Acte,
  { type, letterDate }: Extract<MinistryMessage, { kind: 'reply_acknowledgement' }>
): Promise<Transmission | null> {
  const replies = await Transmission.query()
    .where('acteId', acte.id)
    .whereIn('type', REPLIES_OF_RECEIPT[type])
    .orderBy('id', 'desc')
  const letters = await Answer.believed(acte.id)
  const dayOf = new Map(letters.map(({ id, saidOn }) => [id, saidOn]))
  return (
    replies.find(({ letterId }) => !letterDate || dayOf.get(letterId ?? '') === letterDate) ?? null
  )
}

function answeredType(message: MinistryMessage): TransmissionType {
  if (message.kind === 'cancellation_acknowledgement') return '6-1'
  if (message.kind === 'classification' || message.kind === 'classification_unchanged') return '7-1'
  return '1-1'
}

async function findActe(keys: MessageKeys): Promise<Acte | null> {
  const { acteId, numero, decisionDate, natureCode } = keys
  if (acteId) {
    const acte = await Acte.query().where('identifier', acteId).whereNot('state', 'draft').first()
    if (acte) return acte
  }
  if (!numero) return null
  // An anomaly says no identifier, but the numero is unique among the actes that left the draft;
  // what else it says must agree: another platform may have sent an acte under the same numero
  const query = Acte.query().where('numero', numero).whereNot('state', 'draft')
  if (decisionDate) query.where('decisionDate', decisionDate)
  if (natureCode) query.where('natureCode', natureCode)
  return query.first()
}

const lastRequest = () => Transmission.query().where('type', '7-1').orderBy('id', 'desc').first()
