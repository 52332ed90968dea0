import { LocalDate } from '#lib/values'
import type { Authentication } from '../formats/authentication_results.js'
import { daySaid } from '../formats/message_keys.js'
import type { MinistryMessage } from '../formats/ministry_message.js'

/** Days as they are written: YYYY-MM-DD. */
interface Sending {
  /** When what the message answers was sent; null when nothing was. */
  sentOn: string | null
  today: string
}

/** What answers something of ours: the others are written by the prefecture on its own account. */
const ANSWERS: MinistryMessage['kind'][] = [
  'acknowledgement',
  'anomaly',
  'envelope_anomaly',
  'cancellation_acknowledgement',
  'classification',
  'classification_unchanged',
  'reply_acknowledgement',
]

/**
 * Why a person should look at an answer before it is believed, in French, or null. A forger knows
 * the identifier of an acte, which is made of public facts; she does not know when it was sent, and
 * the ministry answers neither before that nor tomorrow.
 */
export function doubtAbout(
  message: MinistryMessage,
  authentication: Authentication,
  { sentOn, today }: Sending
): string | null {
  if (authentication === 'failed') {
    return 'Réponse non authentifiée : votre serveur de courriel ne répond pas de son expéditeur.'
  }
  if (ANSWERS.includes(message.kind) && !sentOn) {
    return 'Réponse à un envoi dont la plateforme n’a pas trace.'
  }
  // A classification bears the day when it was drawn up, long before it was asked for
  if (message.kind === 'classification' || message.kind === 'classification_unchanged') return null
  const said = daySaid(message)
  const day = said ? LocalDate.tryParse(said.slice(0, 10))?.toString() : null
  if (said && !day) return `Date illisible dans la réponse : « ${said} ».`
  if (day && day > today) return `Réponse datée du ${french(day)}, qui n’est pas encore venu.`
  if (day && sentOn && day < sentOn) {
    return `Réponse datée du ${french(day)}, avant l’envoi du ${french(sentOn)}.`
  }
  return null
}

const french = (day: string) => LocalDate.parse(day).toFrench()
