import { DateTime } from 'luxon'
import PostalMime, { type Address } from 'postal-mime'

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

/** What a message says of itself, and the files that it carries, whether shown within it or not. */
export async function readMail({ bytes }: { bytes: Uint8Array }): Promise<ReadMail> {
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
    from: named(mail.from ? [mail.from] : []),
    to: named(mail.to ?? []),
    date: dayOf(mail.headers.find(({ key }) => key === 'date')?.value),
    parts,
  }
}

const named = (people: Address[]): string | null =>
  people
    .map(({ name, address }) => (name ? (address ? `${name} <${address}>` : name) : address))
    .filter(Boolean)
    .join(', ') || null

function dayOf(header: string | undefined): string | null {
  const at = DateTime.fromRFC2822(header?.replace(/\s*\([^)]*\)\s*$/, '').trim() ?? '', {
    setZone: true,
  })
  return at.isValid ? at.toISODate() : null
}
