import { hashEntry, type Actor, type JournalEntry, type Subject } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'
import { lockHead } from './journal/head.js'
import { entryOf, type EntryRow } from './journal/rows.js'

interface NewEntry {
  /** `actes.acte_transmitted`: capability, then the fact in the past tense. */
  type: string
  subject: Subject
  actor: Actor
  /** Identifiers, digests and dates only: an entry is kept for ever. */
  data?: JournalEntry['data']
}

/** The journal of the tenant in context: append-only, chained, sealed at intervals (house §10). */
export const journal = {
  /**
   * Writes one fact in the transaction in context, and returns the time that the base gave it. The
   * head's lock orders those of one tenant: none is earlier than the one before it.
   */
  async append({ type, subject, actor, data = {} }: NewEntry): Promise<Date> {
    const trx = tenancy.trx()
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
    await trx
      .insertQuery()
      .table('kernel.journal_entries')
      .insert({
        tenant_id: tenantId,
        position: entry.position,
        at: entry.at,
        type,
        capability: subject.capability,
        subject_type: subject.type,
        subject_id: subject.id,
        actor_kind: actor.kind,
        actor_id: actor.id ?? null,
        data: JSON.stringify(entry.data),
        prev_hash: previous,
        hash,
      })
    await trx.rawQuery(
      'update kernel.journal_heads set position = ?, hash = ?, at = ? where tenant_id = ?',
      [entry.position, hash, entry.at, tenantId]
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
