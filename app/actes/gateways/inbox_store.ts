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

export type Verdict = Pick<InboxMail, 'state'> &
  Partial<Pick<InboxMail, 'error' | 'subject' | 'routedTo'>>

/** Nobody has decided yet, or a person must. */
const WAITING: MailState[] = ['new', 'unmatched', 'unreadable']
const TABLE = 'actes.inbox_mails'

/** The mails of the ministry before anybody knows whose they are. */
export const inboxStore = {
  /** Keeps a mail once: the same bytes again change nothing. Returns its id, or null when known. */
  async keep(raw: Buffer, sender: string | null = null): Promise<string | null> {
    const { rows } = await systemDb().rawQuery(
      `insert into ${TABLE} (id, message_id, digest, sender, received_at, raw)
       values (?, ?, ?, ?, ?, ?) on conflict (digest) do nothing returning id`,
      [
        uuidv7(),
        messageIdOf(raw),
        digestOf(raw),
        keepable(sender),
        clock.now().toJSDate(),
        raw,
      ] as never
    )
    return rows[0]?.id ?? null
  },

  async find(id: string): Promise<InboxMail | null> {
    const row = await systemDb().from(TABLE).where({ id }).first()
    return row ? shape(row) : null
  },

  /**
   * Decides of a mail that waits, one at a time: who comes second waits for the first, and is told
   * by false that it is decided already. What `work` does for a collectivite commits by itself.
   */
  async decide(id: string, work: () => Promise<Verdict>): Promise<boolean> {
    return systemDb().transaction(async (trx) => {
      // « no key »: the answers that `work` keeps name this mail, by another connection.
      const hold = `select state from ${TABLE} where id = ? for no key update`
      const { rows } = await trx.rawQuery(hold, [id])
      if (!WAITING.includes(rows[0]?.state)) return false
      const { state, error, subject, routedTo } = await work()
      const facts = { error: error ?? null, subject, routed_to: routedTo }
      const settled = { state, processed_at: clock.now().toJSDate(), ...facts }
      await trx.from(TABLE).where({ id }).update(settled)
      return true
    })
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

/** A sender that no base can hold is nobody's address. */
const keepable = (sender: string | null) =>
  sender
    ?.replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .slice(0, 320) ?? null

const digestOf = (raw: Buffer) => createHash('sha256').update(raw).digest('hex')

/** What its sender calls it, for whoever looks for it; it proves nothing, and two may bear one. */
function messageIdOf(raw: Buffer): string {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.subarray(0, end === -1 ? 20_000 : end).toString('latin1')
  const found = /^message-id:\s*(<[\x21-\x3d\x3f-\x7e]+>)/im.exec(head)
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
