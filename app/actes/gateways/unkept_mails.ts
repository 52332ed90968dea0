import type { ImapFlow } from 'imapflow'
import type { MailboxMarks } from './mailbox_marks.js'

// A flag of ours rather than \\Seen: a person who reads the mailbox must not hide a mail from us
const KEPT = '$HalleKept'
const LARGEST_MAIL = 40_000_000

export interface Taking {
  /** Keeps a mail, and counts it. */
  take(raw: Buffer): Promise<void>
  isFull(): boolean
}

/** Whether the server keeps words of ours on a mail (RFC 3501 §7.1, PERMANENTFLAGS). */
export function mayFlag(client: ImapFlow): boolean {
  const flags = (client.mailbox || undefined)?.permanentFlags
  return !flags || flags.has('\\*') || flags.has(KEPT)
}

/** The mails without our flag; null when the server does not know how to search for that. */
export async function unflagged(client: ImapFlow): Promise<number[] | null> {
  const found = await client.search({ unKeyword: KEPT, deleted: false }, { uid: true })
  return Array.isArray(found) ? found : null
}

export async function fetchFlagged(
  client: ImapFlow,
  uids: number[],
  taking: Taking
): Promise<void> {
  for (const uid of uids.toSorted((a, b) => a - b)) {
    if (taking.isFull()) return
    await taking.take(await sourceOf(client, uid))
    const done = await client.messageFlagsAdd(String(uid), [KEPT], { uid: true })
    if (!done) throw new Error(`the mailbox does not mark the mail ${uid} as kept`)
  }
}

/** Without flags: every mail above the last that was kept, as long as the numbering is the same. */
export async function fetchAfterMark(
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
