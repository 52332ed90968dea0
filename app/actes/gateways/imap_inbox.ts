import { ImapFlow } from 'imapflow'
import type { Inbox, KeepMail } from './inbox.js'
import { marksInMemory, type MailboxMarks } from './mailbox_marks.js'

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

// A flag of ours rather than \\Seen: a person who reads the mailbox must not hide a mail from us
const KEPT = '$HalleKept'
const LARGEST_MAIL = 40_000_000

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
  const client = clientOf(new URL(address))
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

interface Taking {
  /** Keeps a mail, and counts it. */
  take(raw: Buffer): Promise<void>
  isFull(): boolean
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

function clientOf(url: URL): ImapFlow {
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

/** Whether the server keeps words of ours on a mail (RFC 3501 §7.1, PERMANENTFLAGS). */
function mayFlag(client: ImapFlow): boolean {
  const flags = (client.mailbox || undefined)?.permanentFlags
  return !flags || flags.has('\\*') || flags.has(KEPT)
}

/** The mails without our flag; null when the server does not know how to search for that. */
async function unflagged(client: ImapFlow): Promise<number[] | null> {
  const found = await client.search({ unKeyword: KEPT, deleted: false }, { uid: true })
  return Array.isArray(found) ? found : null
}

async function fetchFlagged(client: ImapFlow, uids: number[], taking: Taking): Promise<void> {
  for (const uid of uids.toSorted((a, b) => a - b)) {
    if (taking.isFull()) return
    await taking.take(await sourceOf(client, uid))
    const done = await client.messageFlagsAdd(String(uid), [KEPT], { uid: true })
    if (!done) throw new Error(`the mailbox does not mark the mail ${uid} as kept`)
  }
}

/** Without flags: every mail above the last that was kept, as long as the numbering is the same. */
async function fetchAfterMark(
  client: ImapFlow,
  taking: Taking,
  marks: MailboxMarks
): Promise<void> {
  const uidValidity = String((client.mailbox || undefined)?.uidValidity ?? '')
  const mark = await marks.read()
  const last = mark?.uidValidity === uidValidity ? mark.lastUid : 0
  for (const uid of await uidsAbove(client, last)) {
    if (taking.isFull()) return
    await taking.take(await sourceOf(client, uid))
    await marks.write({ uidValidity, lastUid: uid })
  }
}

async function uidsAbove(client: ImapFlow, last: number): Promise<number[]> {
  if ((client.mailbox || undefined)?.exists === 0) return []
  const uids: number[] = []
  // « 8:* » gives the last mail even when its number is below 8 (RFC 3501 §6.4.8)
  for await (const { uid, flags } of client.fetch(
    `${last + 1}:*`,
    { uid: true, flags: true },
    { uid: true }
  )) {
    if (uid > last && !flags?.has('\\Deleted')) uids.push(uid)
  }
  return uids.sort((a, b) => a - b)
}

async function sourceOf(client: ImapFlow, uid: number): Promise<Buffer> {
  const source = { maxLength: LARGEST_MAIL }
  const mail = await client.fetchOne(String(uid), { source }, { uid: true })
  if (!mail || !mail.source) throw new Error(`the mailbox does not give the mail ${uid}`)
  return mail.source
}
