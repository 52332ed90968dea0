import PostalMime from 'postal-mime'
import { isCompound } from '#lib/mail/compound'
import { mailDay, namedAddresses } from '#lib/mail/mail_words'
import { readOutlook } from '#lib/mail/outlook_message'

/** A part of a message that is a file of its own. */
export interface MailPart {
  name: string
  bytes: Uint8Array
  /** Of a message within the message. */
  subject: string | null
}

export interface ReadMail {
  subject: string | null
  from: string | null
  to: string | null
  /** AAAA-MM-JJ, as its sender counted it. */
  date: string | null
  parts: MailPart[]
}

/**
 * What a message says of itself, and the files that it carries, whether shown within it or not. By
 * its bytes and not its name: Outlook also saves what it calls `.msg` as others write `.eml`.
 */
export async function readMail({ bytes }: { bytes: Uint8Array }): Promise<ReadMail> {
  if (!isCompound(bytes)) return readInternetMail(bytes)
  const { subject, from, to, date, parts } = readOutlook(bytes)
  return { subject, from, to, date, parts }
}

async function readInternetMail(bytes: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    attachmentEncoding: 'arraybuffer',
  })
  const parts: MailPart[] = []
  for (const [rank, { filename, mimeType, content }] of mail.attachments.entries()) {
    const part = new Uint8Array(content as ArrayBuffer)
    const isMail = mimeType === 'message/rfc822'
    const subject = isMail ? ((await PostalMime.parse(part)).subject ?? null) : null
    const ending = isMail ? '.eml' : ''
    const name = filename ?? `${subject ?? `pièce ${rank + 1}`}${ending}`
    parts.push({ name, bytes: part, subject })
  }
  return {
    subject: mail.subject?.trim() || null,
    from: namedAddresses(mail.from ? [mail.from] : []),
    to: namedAddresses(mail.to ?? []),
    date: mailDay(mail.headers.find(({ key }) => key === 'date')?.value),
    parts,
  }
}
