import { tenancy } from '#kernel/tenancy'
import type { Watch } from './live_stream.js'

/** Beyond so many entries the page is simply told to look. */
const LOOKED_AT = 200
/** A page whose moment is so far ahead of the base was drawn by a process whose clock was wrong. */
const AHEAD_MS = 60_000
/** An entry is dated when it is written and seen when it is committed. */
const LATE_COMMIT_MS = 10_000

const TIME_OF_BASE = 'extract(epoch from clock_timestamp()) * 1000 as now'

interface Entry {
  at: Date
  capability: string
  subject_id: string
  now: string
}

/**
 * What a page watches and that has moved since it was drawn: between the answer that brought it and
 * the stream that it opens, somebody may have acted. One question, on the last entries of the tenant.
 * A page that says it knows the future knows nothing: it is told to look at all that it shows.
 */
export async function hasMovedSince(since: number, watch: Watch): Promise<string[]> {
  const rows: Entry[] = await tenancy
    .trx()
    .from('kernel.journal_entries')
    .where('tenant_id', tenancy.tenantId())
    .orderBy('position', 'desc')
    .limit(LOOKED_AT)
    .select('at', 'capability', 'subject_id', tenancy.trx().knexRawQuery(TIME_OF_BASE))
  if (rows.length > 0 && since > Number(rows[0].now) + AHEAD_MS) return [...watch.tokens]
  const recent = rows.filter(({ at }) => at.getTime() > since - LATE_COMMIT_MS)
  if (recent.length === LOOKED_AT) return [...watch.tokens]
  const moved = recent
    .filter(({ capability }) => watch.services.has(capability))
    .flatMap(({ capability, subject_id }) => [subject_id, capability])
  return [...new Set(moved)].filter((token) => watch.tokens.has(token))
}
