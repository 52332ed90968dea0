import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { hashLine, summaryOf, type BatchLine } from '#lib/proof/batch'
import type { Actor, Subject } from '#lib/proof'
import { uuidv7 } from '#lib/values'

interface Batch {
  /** `ged.files_imported` */
  type: string
  /** What they have in common: an import, a purge. */
  subject: Subject
  actor: Actor
  /** At least one. */
  lines: BatchLine[]
}

/**
 * Writes one entry for many facts of the tenant in context: it bears the Merkle root of their lines,
 * each of which is then proven by itself. The end of the journal is held once for all of them, and
 * last: call it when the rest is done. Returns the identifier of the batch.
 */
export async function appendBatch({ type, subject, actor, lines }: Batch): Promise<string> {
  const id = uuidv7()
  const hashes = lines.map(hashLine)
  await tenancy.trx().rawQuery(
    `insert into kernel.journal_batch_lines (tenant_id, batch_id, rank, subject_id, data, hash)
     select ?::uuid, ?::uuid, rank - 1, subject_id, data, hash
     from unnest(?::uuid[], ?::jsonb[], ?::text[]) with ordinality as line (subject_id, data, hash, rank)`,
    [
      ...[tenancy.tenantId(), id, lines.map((line) => line.id)],
      ...[lines.map(({ data }) => JSON.stringify(data)), hashes],
    ] as never
  )
  await journal.append({ type, subject, actor, data: { batch: id, ...summaryOf(hashes) } })
  return id
}
