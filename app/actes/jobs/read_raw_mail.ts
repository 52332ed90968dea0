import {
  authenticationOf,
  type Authentication,
  type MailTrust,
} from '../formats/authentication_results.js'
import { readMail, type ReadMail } from '../formats/mail_reader.js'
import { openMail, type OpenedMail } from './open_mail.js'

export interface RawMailReading {
  subject: string
  sender: string | null
  authentication: Authentication
  /** The mail itself, and those forwarded in it: each is about a collectivite of its own. */
  mails: ReadMail[]
}

/**
 * Opens a mail as it came over the wire; one that cannot even be opened is unreadable, not an error.
 * Who vouches for a forwarded mail is said by the outer one alone.
 */
export async function readRawMail(wanted: {
  raw: Buffer
  trust: MailTrust | null
}): Promise<RawMailReading> {
  try {
    const opened = await openMail(wanted.raw)
    const { subject, sender, headers } = opened
    const authentication = authenticationOf(headers, wanted.trust)
    return { subject, sender, authentication, mails: readingsOf(opened) }
  } catch (error) {
    const reason = `Le courriel ne peut pas être ouvert : ${(error as Error).message}`
    const mails: ReadMail[] = [{ state: 'unreadable', error: reason, hasXml: false }]
    return { subject: '', sender: null, authentication: 'unchecked', mails }
  }
}

/** A covering letter has no XML of its own: what it brings is what counts. */
function readingsOf({ files, body, nested }: OpenedMail): ReadMail[] {
  const brought = nested.flatMap(readingsOf)
  const own = readMail(files, body)
  const isCover = own.state === 'unreadable' && !own.hasXml
  return isCover && brought.length > 0 ? brought : [own, ...brought]
}
