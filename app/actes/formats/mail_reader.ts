import { XmlRejected } from '#kernel/xml'
import type { MinistryMessage } from './ministry_message.js'
import { readMinistryMessage } from './message_reader.js'

export interface MailAttachment {
  name: string
  mediaType: string
  bytes: Buffer
}

export type ReadMail =
  | {
      state: 'understood'
      /** SIREN on the ministry's envelope; an ANO_ carries it itself. */
      siren: string | null
      messages: { name: string; bytes: Buffer; message: MinistryMessage }[]
      /** PDF of letters, attachments of all kinds. */
      documents: MailAttachment[]
    }
  /** Nothing to do: the prefecture confirms that paper documents are expected. */
  | { state: 'ignored'; reason: 'multicanal' }
  | { state: 'unreadable'; error: string }

// Wording of the ministry's HTML mail when DocumentPapier is O
const MULTICANAL = /transmission\s+est\s+effectu(é|&eacute;)e\s+en\s+multi[\s-]?canal/i

/** What a mail of the ministry holds, from its attachments and, when there is no XML, its body. */
export function readMail(attachments: MailAttachment[], body: string): ReadMail {
  const xmlFiles = attachments.filter(isXmlFile)
  if (xmlFiles.length === 0) {
    if (MULTICANAL.test(body)) return { state: 'ignored', reason: 'multicanal' }
    return { state: 'unreadable', error: 'Le courriel ne contient aucun message XML.' }
  }
  try {
    const read = xmlFiles.map(({ name, bytes }) => {
      return { name, bytes, message: readMinistryMessage(bytes, name) }
    })
    const messages = read.filter(({ message }) => message.kind !== 'envelope')
    const unknown = messages.find(({ message }) => message.kind === 'unknown')
    if (unknown) return { state: 'unreadable', error: `Message inconnu : ${unknown.name}.` }
    if (messages.length === 0) {
      return {
        state: 'unreadable',
        error: 'L’enveloppe de la préfecture est arrivée sans message.',
      }
    }
    const documents = attachments.filter((attachment) => !isXmlFile(attachment))
    return {
      state: 'understood',
      siren: sirenOf(read.map(({ message }) => message)),
      messages,
      documents,
    }
  } catch (error) {
    if (error instanceof XmlRejected) return { state: 'unreadable', error: error.message }
    throw error
  }
}

function isXmlFile({ name, mediaType }: MailAttachment): boolean {
  return /\.xml$/i.test(name) || /[/+]xml$/.test(mediaType)
}

function sirenOf(messages: MinistryMessage[]): string | null {
  for (const message of messages) {
    if (message.kind === 'envelope' && message.siren) return message.siren
    if (message.kind === 'envelope_anomaly' && message.siren) return message.siren
    if ('acteId' in message && message.acteId) return message.acteId.split('-')[1] ?? null
  }
  return null
}
