import PostalMime from 'postal-mime'
import { readMail, type MailAttachment, type ReadMail } from '../formats/mail_reader.js'

export interface RawMailReading {
  subject: string
  mail: ReadMail
}

/** Opens a mail as it came over the wire; one that cannot even be opened is unreadable, not an error. */
export async function readRawMail(raw: Buffer): Promise<RawMailReading> {
  try {
    const parsed = await PostalMime.parse(raw)
    const attachments = parsed.attachments.map(
      ({ filename, mimeType, content }): MailAttachment => ({
        name: filename ?? 'sans-nom',
        mediaType: mimeType,
        bytes:
          typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer),
      })
    )
    const body = `${parsed.html ?? ''}\n${parsed.text ?? ''}`
    return { subject: parsed.subject ?? '', mail: readMail(attachments, body) }
  } catch (error) {
    const reason = `Le courriel ne peut pas être ouvert : ${(error as Error).message}`
    return { subject: '', mail: { state: 'unreadable', error: reason } }
  }
}
