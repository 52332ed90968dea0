import { createTransport } from 'nodemailer'
import { readRawMail } from '#app/actes/jobs/read_raw_mail'

export const NS = 'xmlns:actes="http://www.interieur.gouv.fr/ACTES#v1.1-20040216"'

export const receiptXml = (acteId: string, day = '2026-11-22') =>
  `<?xml version="1.0"?><actes:ARActe ${NS} actes:IDActe="${acteId}" actes:DateReception="${day}"><actes:ActeRecu actes:Date="2026-11-20" actes:NumeroInterne="X" actes:CodeNatureActe="1"/></actes:ARActe>`

/** A mail composed as a mail client does. */
export async function composed(mail: object): Promise<Buffer> {
  const composer = createTransport({ streamTransport: true, buffer: true })
  const { message } = await composer.sendMail({
    from: 'ministere@example.fr',
    to: 'tdt@actes.halle.test',
    subject: '@CTES',
    ...mail,
  })
  return message as Buffer
}

/** What is understood of a mail: the identifiers of the actes that it acknowledges. */
export async function acknowledgedIn(raw: Buffer | string): Promise<string[]> {
  const { mails } = await readRawMail({ raw: Buffer.from(raw as string), trust: null })
  return mails.flatMap((mail) =>
    mail.state === 'understood'
      ? mail.messages.flatMap(({ message }) =>
          message.kind === 'acknowledgement' ? message.acteId : []
        )
      : []
  )
}

/** One part after another, written by hand. */
export const multipart = (parts: [headers: string, body: string][]): string =>
  [
    'From: ministere@example.fr',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="limite"',
    '',
    ...parts.map(([headers, body]) => `--limite\n${headers}\n\n${body}`),
    '--limite--',
    '',
  ]
    .join('\n')
    .replaceAll('\n', '\r\n')
