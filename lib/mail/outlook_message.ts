import { DateTime } from 'luxon'
import outlook, { type FieldsData } from '@kenjiuno/msgreader'
import { mailDay, namedAddresses } from './mail_words.js'

/** What Outlook writes when somebody drags a message out of it (MS-OXMSG). */
export interface OutlookMessage {
  subject: string | null
  from: string | null
  to: string | null
  /** AAAA-MM-JJ, as its sender counted it where the headers say so; as Paris does otherwise. */
  date: string | null
  /** As plain text, else as HTML; empty when it is only in RTF. */
  text: string
  html: string
  parts: { name: string; bytes: Uint8Array; subject: string | null }[]
}

/**
 * Reads a message of Outlook with all its parts; a message within it is a part, whole.
 * Throws a plain error at what is none: a Word document of the same container, or a damaged file.
 */
export function readOutlook(bytes: Uint8Array): OutlookMessage {
  // Of bytes of its own: the library reads the buffer from its start
  const reader = new outlook.default(Uint8Array.from(bytes).buffer)
  reader.parserConfig = { ansiEncoding: 'windows-1252' }
  const fields = reader.getFileData()
  // Each message says of which class it is (MS-OXCMSG §2.2.1.3)
  if (!fields.messageClass) throw new Error('This compound file is no message')
  return {
    subject: fields.subject?.trim() || null,
    from: senderOf(fields),
    to: namedAddresses((fields.recipients ?? []).filter(isTo).map(personOf)),
    date: dayOf(fields),
    text: fields.body ?? '',
    html: fields.bodyHtml ?? (fields.html ? new TextDecoder().decode(fields.html) : ''),
    parts: (fields.attachments ?? []).flatMap((part, rank) => partOf(reader, part, rank)),
  }
}

const isTo = ({ recipType }: FieldsData) => recipType === undefined || recipType === 'to'

const personOf = ({ name, smtpAddress, email }: FieldsData) => ({
  name,
  address: smtpAddress ?? internetOnly(email),
})

const senderOf = (fields: FieldsData): string | null =>
  namedAddresses([
    {
      name: fields.senderName,
      address:
        fields.senderSmtpAddress ?? fields.creatorSMTPAddress ?? internetOnly(fields.senderEmail),
    },
  ])

/** Exchange names its own people otherwise: « /o=mairie/ou=…/cn=… » tells nobody anything. */
const internetOnly = (address: string | undefined) => (address?.includes('@') ? address : undefined)

function dayOf({ headers, clientSubmitTime, messageDeliveryTime }: FieldsData): string | null {
  const [, written] = /^Date:\s*(.+)$/im.exec(headers ?? '') ?? []
  const at = DateTime.fromHTTP(clientSubmitTime ?? messageDeliveryTime ?? '', {
    zone: 'Europe/Paris',
  })
  return mailDay(written) ?? (at.isValid ? at.toISODate() : null)
}

/** A file by itself; nothing of a mere link to a file that stands elsewhere, which has no bytes. */
function partOf(reader: InstanceType<typeof outlook.default>, part: FieldsData, rank: number) {
  const isMessage = part.innerMsgContent === true
  if (!isMessage && part.dataId === undefined) return []
  const subject = isMessage ? part.innerMsgContentFields?.subject?.trim() || null : null
  const said = (isMessage ? subject : (part.fileName ?? part.fileNameShort)) ?? part.name
  const name = `${said || `pièce ${rank + 1}`}${isMessage ? '.msg' : ''}`
  return [{ name, bytes: reader.getAttachment(part).content, subject }]
}
