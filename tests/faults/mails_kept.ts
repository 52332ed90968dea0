import PostalMime from 'postal-mime'

/** A mail of the demonstration mailbox. */
export interface KeptMail {
  to: string
  subject: string
  messageId: string
  text: string
}

/** All that the demonstration mailbox keeps, the oldest first. */
export async function keptMails(mailboxUrl: string): Promise<KeptMail[]> {
  const list = (await (await fetch(`${mailboxUrl}messages.json`)).json()) as { id: string }[]
  const mails = list.toReversed().map(async ({ id }) => {
    const source = await (await fetch(`${mailboxUrl}${id}.eml`)).arrayBuffer()
    const { to, subject, messageId, text } = await PostalMime.parse(source)
    return {
      to: to?.[0]?.address ?? '',
      subject: subject ?? '',
      messageId: messageId ?? '',
      text: text ?? '',
    }
  })
  return Promise.all(mails)
}
