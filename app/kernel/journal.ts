import { clock } from '#kernel/clock'
import { GENESIS, hashEntry, type Actor, type JournalEntry, type Subject } from '#kernel/proof'
import { tenancy } from '#kernel/tenancy'
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
  /** Writes one fact in the transaction in context. The head's lock orders those of one tenant. */
  async append({ type, subject, actor, data = {} }: NewEntry): Promise<void> {
    const trx = tenancy.trx('The journal')
    const tenantId = tenancy.tenantId()
    await trx.rawQuery(
      `insert into kernel.journal_heads (tenant_id, position, hash) values (?, 0, ?) on conflict do nothing`,
      [tenantId, GENESIS]
    )
    const { rows } = await trx.rawQuery(
      'select position, hash from kernel.journal_heads where tenant_id = ? for update',
      [tenantId]
    )
    const previous: string = rows[0].hash
    const entry: JournalEntry = {
      tenantId,
      position: Number(rows[0].position) + 1,
      type,
      subject,
      actor,
      at: clock.now().toISO()!,
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
      'update kernel.journal_heads set position = ?, hash = ? where tenant_id = ?',
      [entry.position, hash, tenantId]
    )
  },

  /** What happened to one subject, oldest first. */
  async entriesOf(subject: Subject): Promise<JournalEntry[]> {
    const rows: EntryRow[] = await tenancy
      .trx('The journal')
      .from('kernel.journal_entries')
      .where({ tenant_id: tenancy.tenantId(), subject_id: subject.id, subject_type: subject.type })
      .orderBy('position')
    return rows.map(entryOf)
  },
}
