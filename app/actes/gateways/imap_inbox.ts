import { ImapFlow } from 'imapflow'
import type { Inbox, KeepMail } from './inbox.js'

export interface ImapInboxOptions {
  /** imaps://user:password@host:993/INBOX */
  url: string
  pollSeconds?: number
  onError: (error: Error) => void
}

// A flag of ours rather than \\Seen: a person who reads the mailbox must not hide a mail from us
const KEPT = '$HalleKept'

/** A mailbox fetched by IMAP: what has been kept is marked, and nothing is ever deleted. */
export function imapInbox(options: ImapInboxOptions): Inbox {
  return {
    async start(keep) {
      let stopped = false
      let timer: NodeJS.Timeout | undefined
      let round: Promise<void> = Promise.resolve()
      const turn = () => {
        round = fetchMails(options.url, keep)
          .catch((error: Error) => options.onError(error))
          .then(() => {
            if (!stopped) timer = setTimeout(turn, (options.pollSeconds ?? 15) * 1000)
          })
      }
      turn()
      return async () => {
        stopped = true
        clearTimeout(timer)
        await round
      }
    },
  }
}

/** One visit to the mailbox; the flag is set after the mail has been kept, so that none is lost. */
export async function fetchMails(address: string, keep: KeepMail): Promise<void> {
  const url = new URL(address)
  const secure = url.protocol === 'imaps:'
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port || (secure ? 993 : 143)),
    secure,
    doSTARTTLS: false,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
  })
  // A connection that is cut while nothing is asked would end the process; what is asked then fails
  client.on('error', () => undefined)
  await client.connect()
  try {
    const lock = await client.getMailboxLock(decodeURIComponent(url.pathname.slice(1)) || 'INBOX')
    try {
      const uids = (await client.search({ unKeyword: KEPT, deleted: false }, { uid: true })) || []
      for (const uid of uids) {
        const mail = await client.fetchOne(String(uid), { source: true }, { uid: true })
        if (!mail || !mail.source) continue
        await keep(mail.source)
        await client.messageFlagsAdd(String(uid), [KEPT], { uid: true })
      }
    } finally {
      lock.release()
    }
  } finally {
    await client.logout()
  }
}
