import type { JournalEntry } from './entry.js'

export interface EntryRow {
  tenant_id: string
  position: string
  at: Date
  type: string
  capability: string
  subject_type: string
  subject_id: string
  actor_kind: JournalEntry['actor']['kind']
  actor_id: string | null
  data: JournalEntry['data']
  prev_hash: string
  hash: string
}

/** An entry as it was hashed, from its row. */
export function entryOf(row: EntryRow): JournalEntry {
  return {
    tenantId: row.tenant_id,
    position: Number(row.position),
    type: row.type,
    subject: { capability: row.capability, type: row.subject_type, id: row.subject_id },
    actor: { kind: row.actor_kind, ...(row.actor_id !== null && { id: row.actor_id }) },
    at: row.at.toISOString(),
    data: row.data,
  }
}
