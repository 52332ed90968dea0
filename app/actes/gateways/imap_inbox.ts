import type { ImapFlow } from 'imapflow'
import type { Inbox, KeepMail } from './inbox.js'
import { marksInMemory, type MailboxMarks } from './mailbox_marks.js'
import { mayFlag, unflagged, fetchFlagged, fetchAfterMark, type Taking } from './unkept_mails.js'

export interface ImapInboxOptions {
  /** imaps://user:password@host:993/INBOX */
  url: string
  pollSeconds?: number
  marks?: MailboxMarks
  /** Each failed visit. */
  onError: (error: Error) => void
  /** Each visit that went well. */
  onVisited?: () => void
}

/** What one visit takes: whoever floods the mailbox fills neither the base nor the memory at once. */
export interface TurnBounds {
  mails: number
  bytes: number
}
const ONE_TURN: TurnBounds = { mails: 100, bytes: 100_000_000 }

/** A mailbox fetched by IMAP: what has been kept is marked, and nothing is ever deleted. */
export function imapInbox(options: ImapInboxOptions): Inbox {
  return {
    async start(keep) {
      let stopped = false
      let timer: NodeJS.Timeout | undefined
      let round: Promise<void> = Promise.resolve()
      const turn = () => {
        round = fetchMails(options.url, keep, options.marks)
          .then(() => options.onVisited?.())
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

/**
 * One visit to the mailbox, oldest mails first; a mail is marked after it has been kept, so that none
 * is lost, and what is beyond the bounds waits for the next visit. Throws when the mailbox cannot be read whole: a failure must never look like an empty mailbox.
 */
export async function fetchMails(
  address: string,
  keep: KeepMail,
  marks: MailboxMarks = marksInMemory(address),
  bounds: TurnBounds = ONE_TURN
): Promise<void> {
  const taken = bounded(keep, bounds)
  const client = await clientOf(new URL(address))
  // A connection that is cut while nothing is asked would end the process; what is asked then fails
  client.on('error', () => undefined)
  await client.connect()
  try {
    const lock = await client.getMailboxLock(boxOf(address))
    try {
      const flagged = mayFlag(client) ? await unflagged(client) : null
      if (flagged) await fetchFlagged(client, flagged, taken)
      else await fetchAfterMark(client, taken, marks)
    } finally {
      lock.release()
    }
  } finally {
    await client.logout()
  }
}

function bounded(keep: KeepMail, bounds: TurnBounds): Taking {
  let [mails, bytes] = [0, 0]
  return {
    async take(raw) {
      mails += 1
      bytes += raw.length
      await keep(raw)
    },
    isFull: () => mails >= bounds.mails || bytes >= bounds.bytes,
  }
}

/** Its library is loaded here: a process that serves pages never needs it. */
async function clientOf(url: URL): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow')
  const secure = url.protocol === 'imaps:'
  return new ImapFlow({
    host: url.hostname,
    port: Number(url.port || (secure ? 993 : 143)),
    secure,
    doSTARTTLS: false,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
  })
}

const boxOf = (address: string) => decodeURIComponent(new URL(address).pathname.slice(1)) || 'INBOX'
