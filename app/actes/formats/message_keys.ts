import { parseActeId } from '../rules/acte_id.js'
import type { MinistryMessage } from './ministry_message.js'

/** What links an answer to what we sent, the surest first. */
export interface MessageKeys {
  acteId: string | null
  /** Name of our envelope: the only key of an ANO_. */
  envelope: string | null
  siren: string | null
  numero: string | null
  decisionDate: string | null
  natureCode: number | null
}

/** The keys of an answer; `siren` comes from the ministry's envelope when the message has none. */
export function keysOf(message: MinistryMessage, siren: string | null): MessageKeys {
  const acteId = 'acteId' in message && message.acteId !== '' ? message.acteId : null
  const parts = acteId === null ? null : parseActeId(acteId)
  const mention = 'acte' in message ? message.acte : null
  return {
    acteId,
    envelope: message.kind === 'envelope_anomaly' ? message.envelope : null,
    siren: parts?.siren ?? ('siren' in message ? message.siren : null) ?? siren,
    numero: parts?.numero ?? mention?.numero ?? null,
    decisionDate: parts?.decisionDate.toString() ?? mention?.decisionDate ?? null,
    natureCode: mention?.natureCode ?? null,
  }
}

/** What tells two answers of the same kind about the same acte apart. */
export interface AnswerOccasion {
  /** The archive that it answers: a second anomaly of the same day may be about a second sending. */
  sending: string | null
  /** Digest of the message and its files: a prefecture may write two letters on the same day. */
  content: string
}

/** A key under which the same answer received twice is recognised (S2LOW #1449). */
export function answerFingerprint(
  message: MinistryMessage,
  keys: MessageKeys,
  { sending, content }: AnswerOccasion
): string {
  const kind = 'type' in message ? message.type : message.kind
  const numbered = `${keys.siren}-${keys.decisionDate}-${keys.numero}`
  const subject = keys.acteId ?? keys.envelope ?? numbered
  const occasion = WRITTEN.includes(message.kind) ? content : (sending ?? '')
  return [kind, subject, occasion, daySaid(message) ?? ''].join('|')
}

// Written by a person: only the same words are the same letter
const WRITTEN: MinistryMessage['kind'][] = ['letter', 'deferral', 'reply_acknowledgement']

/** The day written in the message itself. */
export function daySaid(message: MinistryMessage): string | null {
  if (message.kind === 'classification') return message.classification.date
  if ('receivedOn' in message) return message.receivedOn
  return 'date' in message ? message.date : null
}
