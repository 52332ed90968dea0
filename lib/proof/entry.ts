import { digestOfJson, type JsonValue } from './canonical_json.js'

/** What an entry is about: opaque to the kernel. */
export interface Subject {
  capability: string
  type: string
  id: string
}

export interface Actor {
  kind: 'person' | 'system' | 'outside'
  id?: string
}

/**
 * One line of a tenant's journal. `position` counts 1, 2, 3… without a hole within the tenant;
 * `at` is ISO 8601 in UTC with milliseconds; `data` holds ids, digests and dates, never
 * personal data: an entry is kept for ever, whatever is eliminated.
 */
export interface JournalEntry {
  tenantId: string
  position: number
  type: string
  subject: Subject
  actor: Actor
  at: string
  data: { [name: string]: JsonValue | undefined }
}

/** What the first entry of a journal, and its first seal, name as their predecessor. */
export const GENESIS = '0'.repeat(64)

/**
 * The hash of an entry chained to its predecessor (`previous`: the hash of the entry at
 * `position - 1`, or GENESIS): SHA-256 of the canonical JSON of both, in hexadecimal.
 */
export function hashEntry(entry: JournalEntry, previous: string): string {
  const { tenantId, position, type, subject, actor, at, data } = entry
  // Only these members are hashed: a column that a later version adds breaks no old hash.
  const hashed = { tenantId, position, type, subject, actor, at, data }
  return digestOfJson({ format: 'halle.entry.v1', previous, entry: hashed })
}
