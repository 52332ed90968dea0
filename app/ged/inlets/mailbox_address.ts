import type { MailHost } from './mail_host.js'

/** A mailbox of a server: `courriel.exemple.fr:993/INBOX`, as it is kept. */
export const mailboxAddress = ({ host, port, box }: MailHost & { box: string }): string =>
  `${host.toLowerCase()}:${port}/${box}`

/** The same, read again. */
export function mailboxOf(address: string): MailHost & { box: string } {
  const [, host, port, box] = /^(.*?):(\d+)\/(.*)$/s.exec(address)!
  return { host, port: Number(port), box }
}
