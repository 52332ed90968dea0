import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { foreignText } from '#lib/foreign_text'

export interface Mark {
  /** When it changes, the server has numbered its mails anew (RFC 3501 §2.3.1.1). */
  uidValidity: string
  lastUid: number
}

/** How far a mailbox was read, where no flag can be kept on a mail. */
export interface MailboxMarks {
  read(): Promise<Mark | null>
  write(mark: Mark): Promise<void>
}

const TABLE = 'actes.mailboxes'
/** There is one mailbox a platform; its address holds a password. */
const NAME = 'imap'
const remembered = new Map<string, Mark>()

/** As long as this process lives. */
export const marksInMemory = (name: string): MailboxMarks => ({
  read: async () => remembered.get(name) ?? null,
  write: async (mark) => void remembered.set(name, mark),
})

export const marksInBase: MailboxMarks = {
  async read() {
    const row = await systemDb().from(TABLE).where('name', NAME).first()
    return row?.uid_validity
      ? { uidValidity: row.uid_validity, lastUid: Number(row.last_uid) }
      : null
  },
  async write({ uidValidity, lastUid }) {
    await systemDb().rawQuery(
      `insert into ${TABLE} (name, uid_validity, last_uid) values (?, ?, ?)
       on conflict (name) do update set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid`,
      [NAME, uidValidity, lastUid]
    )
  },
}

/** What prevents reading the mailbox, and since when: the operator is told. */
export const mailboxTrouble = {
  async note(reason: string): Promise<void> {
    await systemDb().rawQuery(
      `insert into ${TABLE} (name, trouble, troubled_since) values (?, ?, ?)
       on conflict (name) do update
         set trouble = excluded.trouble,
           troubled_since = coalesce(mailboxes.troubled_since, excluded.troubled_since)`,
      [NAME, foreignText(reason, 500), clock.now().toJSDate()]
    )
  },
  async clear(): Promise<void> {
    await systemDb()
      .from(TABLE)
      .where('name', NAME)
      .whereNotNull('trouble')
      .update({ trouble: null, troubled_since: null })
  },
  async current(): Promise<{ reason: string; since: Date } | null> {
    const row = await systemDb().from(TABLE).where('name', NAME).whereNotNull('trouble').first()
    return row ? { reason: row.trouble, since: row.troubled_since } : null
  },
}
