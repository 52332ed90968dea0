import { hashEntry, type Actor, type JournalEntry, type Subject } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'
import { lockHead } from './journal/head.js'
import { entryOf, type EntryRow } from '#lib/proof/entry_row'

interface NewEntry {
  /** `actes.acte_transmitted`: capability, then the fact in the past tense. */
  type: string
  subject: Subject
  actor: Actor
  /** Identifiers, digests and dates only: an entry is kept for ever. */
  data?: JournalEntry['data']
  /** A row of the same fact in a table of ours, which bears the same time in its column `at`. */
  history?: { table: string; row: Record<string, string | null> }
}

/** The journal of the tenant in context: append-only, chained, sealed at intervals (house §10). */
export const journal = {
  /**
   * Writes one fact in the transaction in context, and returns the time that the base gave it. The
   * head's lock orders those of one tenant: none is earlier than the one before it.
   */
  async append({ type, subject, actor, data = {}, history }: NewEntry): Promise<Date> {
    const tenantId = tenancy.tenantId()
    const { position, hash: previous, at } = await lockHead()
    const entry: JournalEntry = {
      tenantId,
      position: position + 1,
      type,
      subject,
      actor,
      at: at.toISOString(),
      data: JSON.parse(JSON.stringify(data)),
    }
    const hash = hashEntry(entry, previous)
    const row = history && { ...history.row, tenant_id: tenantId, at: entry.at }
    await tenancy.trx().rawQuery(
      `with entry as (insert into kernel.journal_entries
         (tenant_id, position, at, type, capability, subject_type, subject_id, actor_kind, actor_id,
          data, prev_hash, hash)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
       ${row ? `, history as (${insertSql(history.table, Object.keys(row))})` : ''}
       update kernel.journal_heads set position = ?, hash = ?, at = ? where tenant_id = ?`,
      [
        ...[tenantId, entry.position, entry.at, type],
        ...[subject.capability, subject.type, subject.id, actor.kind, actor.id ?? null],
        ...[JSON.stringify(entry.data), previous, hash],
        ...Object.values(row ?? {}),
        ...[entry.position, hash, entry.at, tenantId],
      ] as string[]
    )
    return at
  },

  /** What happened to one subject, oldest first. */
  async entriesOf(subject: Subject): Promise<JournalEntry[]> {
    const rows: EntryRow[] = await tenancy
      .trx()
      .from('kernel.journal_entries')
      .where({ tenant_id: tenancy.tenantId(), subject_id: subject.id, subject_type: subject.type })
      .orderBy('position')
    return rows.map(entryOf)
  },
}

const insertSql = (table: string, columns: string[]) =>
  `insert into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`
