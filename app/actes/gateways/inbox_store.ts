import { createHash } from 'node:crypto'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { uuidv7 } from '#lib/values'

export type MailState = 'new' | 'understood' | 'ignored' | 'unmatched' | 'unreadable' | 'discarded'

export interface InboxMail {
  id: string
  messageId: string
  receivedAt: Date
  raw: Buffer
  state: MailState
  error: string | null
  subject: string | null
  routedTo: string | null
}

const TABLE = 'actes.inbox_mails'

/** The mails of the ministry before anybody knows whose they are. */
export const inboxStore = {
  /** Keeps a mail once: the same bytes again change nothing. Returns its id, or null when known. */
  async keep(raw: Buffer, sender: string | null = null): Promise<string | null> {
    const { rows } = await systemDb().rawQuery(
      `insert into ${TABLE} (id, message_id, digest, sender, received_at, raw)
       values (?, ?, ?, ?, ?, ?) on conflict (digest) do nothing returning id`,
      [uuidv7(), messageIdOf(raw), digestOf(raw), sender, clock.now().toJSDate(), raw] as never
    )
    return rows[0]?.id ?? null
  },

  async find(id: string): Promise<InboxMail | null> {
    const row = await systemDb().from(TABLE).where({ id }).first()
    return row ? shape(row) : null
  },

  async settle(
    id: string,
    state: MailState,
    facts: Partial<Pick<InboxMail, 'error' | 'subject' | 'routedTo'>>
  ) {
    const changes = {
      error: facts.error ?? null,
      subject: facts.subject,
      routed_to: facts.routedTo,
    }
    await systemDb()
      .from(TABLE)
      .where({ id })
      .update({ state, processed_at: clock.now().toJSDate(), ...changes })
  },

  /** Mails whose reading never began or was cut, received before the instant. */
  async forgotten(before: Date): Promise<string[]> {
    const rows = await systemDb()
      .from(TABLE)
      .where('state', 'new')
      .where('received_at', '<', before)
      .orderBy('id')
      .limit(500)
      .select('id')
    return rows.map(({ id }) => id)
  },

  /** How many mails of a sender nobody could use, since an instant. */
  async junkOf(sender: string, since: Date): Promise<number> {
    const [{ count }] = await systemDb()
      .from(TABLE)
      .where({ sender })
      .where('received_at', '>', since)
      .whereIn('state', ['unreadable', 'unmatched', 'discarded'])
      .count('* as count')
    return Number(count)
  },

  /** Forgets the bytes of what was filed or needed nothing, received before an instant. */
  async forget(before: Date): Promise<number> {
    const forgotten = await systemDb()
      .from(TABLE)
      .whereIn('state', ['ignored', 'discarded'])
      .where('received_at', '<', before)
      .whereRaw('length(raw) > 0')
      .update({ raw: Buffer.alloc(0) })
    return Number(forgotten)
  },

  /** What a person must look at, newest first, without the bytes; from a cursor when one is given. */
  async toHandle(after: string | null = null, limit = 200): Promise<Omit<InboxMail, 'raw'>[]> {
    const query = systemDb().from(TABLE).whereIn('state', ['unreadable', 'unmatched'])
    if (after) query.where('id', '<', after)
    const rows = await query
      .orderBy('id', 'desc')
      .limit(limit)
      .select('id', 'message_id', 'received_at', 'state', 'error', 'subject', 'routed_to')
    return rows.map(shape)
  },
}

const digestOf = (raw: Buffer) => createHash('sha256').update(raw).digest('hex')

/** What its sender calls it, for whoever looks for it; it proves nothing, and two may bear one. */
function messageIdOf(raw: Buffer): string {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.subarray(0, end === -1 ? 20_000 : end).toString('latin1')
  const found = /^message-id:\s*(<[^>\s]+>)/im.exec(head)
  return found?.[1] ?? `sha256:${digestOf(raw)}`
}

function shape(row: any): InboxMail {
  return {
    id: row.id,
    messageId: row.message_id,
    receivedAt: row.received_at,
    raw: row.raw,
    state: row.state,
    error: row.error,
    subject: row.subject,
    routedTo: row.routed_to,
  }
}
