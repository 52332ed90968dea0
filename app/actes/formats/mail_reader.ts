import { XmlRejected } from '#lib/xml'
import type { MinistryMessage } from './ministry_message.js'
import { readMinistryMessage } from './message_reader.js'
import { xmlWithin } from './xml_within.js'

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
      /** What could not be read beside the rest, in French. */
      trouble: string | null
    }
  /** Nothing to do: the prefecture confirms that paper documents are expected. */
  | { state: 'ignored'; reason: 'multicanal' }
  | { state: 'unreadable'; error: string; hasXml: boolean }

// Wording of the ministry's HTML mail when DocumentPapier is O
const MULTICANAL = /transmission\s+est\s+effectu(é|&eacute;)e\s+en\s+multi[\s-]?canal/i

/** What a mail of the ministry holds, from its attachments and, when there is no XML, its body. */
export function readMail(attachments: MailAttachment[], body: string): ReadMail {
  const xmlFiles = attachments.filter(isXmlFile)
  const hasXml = xmlFiles.length > 0
  const unreadable = (error: string): ReadMail => ({ state: 'unreadable', error, hasXml })
  if (!hasXml) {
    if (MULTICANAL.test(body)) return { state: 'ignored', reason: 'multicanal' }
    return unreadable('Le courriel ne contient aucun message XML.')
  }
  const { read, troubles } = readEach(xmlFiles)
  const trouble = troubles.length > 0 ? troubles.join(' ') : null
  const messages = read.filter(({ message }) => message.kind !== 'envelope')
  if (messages.length === 0) {
    return unreadable(trouble ?? 'L’enveloppe de la préfecture est arrivée sans message.')
  }
  return {
    state: 'understood',
    siren: sirenOf(read.map(({ message }) => message)),
    messages,
    documents: attachments.filter((attachment) => !isXmlFile(attachment)),
    trouble,
  }
}

/** One part that cannot be read does not spoil the others. */
function readEach(files: MailAttachment[]) {
  const read: { name: string; bytes: Buffer; message: MinistryMessage }[] = []
  const troubles: string[] = []
  for (const { name, bytes } of files) {
    try {
      const message = readMinistryMessage(withoutWordsAround(bytes), name)
      if (message.kind === 'unknown') troubles.push(`Message inconnu : ${name}.`)
      else read.push({ name, bytes, message })
    } catch (error) {
      if (!(error instanceof XmlRejected)) throw error
      troubles.push(`« ${name} » : ${error.message}`)
    }
  }
  return { read, troubles }
}

/** By its name, its type, or its first words: relays rename files and change their types. */
function isXmlFile({ name, mediaType, bytes }: MailAttachment): boolean {
  if (/\.xml$/i.test(name.trim()) || /[/+]xml$/i.test(mediaType)) return true
  return startsAsXml(bytes)
}

/** By its declaration, or where there is none by the namespace of @CTES in its first tag. */
const BEGINNING =
  /^(?:\xef\xbb\xbf)?\s*<(?:\?xml\s|[\w.:-]+\s[^<>]*"http:\/\/www\.interieur\.gouv\.fr\/ACTES#)/

/** Longer than the first tag of a message. */
const FIRST_BYTES = 1_024

/**
 * Whether bytes begin as an XML message does, whatever their part says of them: in UTF-16, one byte
 * of two of these signs is zero.
 */
export const startsAsXml = (bytes: Buffer): boolean =>
  BEGINNING.test(
    bytes
      .subarray(0, FIRST_BYTES)
      .toString('latin1')
      .replace(/^(?:\xff\xfe|\xfe\xff)/, '')
      .replaceAll('\0', '')
  )

/**
 * A relay may put lines before a message, where nothing but a mark may stand (XML 1.0 §2.8), and a
 * gateway its words at the foot of what it takes for a text. What holds a tag is no words: it stays.
 */
function withoutWordsAround(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => ![9, 10, 13, 32].includes(byte))
  const own = bytes[start] === OPENING ? bytes.subarray(start) : bytes
  const message = startsAsXml(own) ? xmlWithin(own) : null
  const foot = message && own.subarray(own.indexOf(message) + message.length)
  return foot?.length && !foot.includes(OPENING) ? message! : own
}

const OPENING = '<'.charCodeAt(0)

function sirenOf(messages: MinistryMessage[]): string | null {
  for (const message of messages) {
    if (message.kind === 'envelope' && message.siren) return message.siren
    if (message.kind === 'envelope_anomaly' && message.siren) return message.siren
    if ('acteId' in message && message.acteId) return message.acteId.split('-')[1] ?? null
  }
  return null
}
