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

/** A key under which the same answer received twice is recognised (S2LOW #1449). */
export function answerFingerprint(message: MinistryMessage, keys: MessageKeys): string {
  const subject =
    keys.acteId ?? keys.envelope ?? `${keys.siren}-${keys.decisionDate}-${keys.numero}`
  const detail =
    'date' in message ? message.date : 'receivedOn' in message ? message.receivedOn : ''
  return [message.kind, subject, detail].join('|')
}
