import { SYSTEM } from '#kernel/actor'
import { appendBatch } from '#kernel/journal/batch'
import { tenancy } from '#kernel/tenancy'
import type { DomainError } from '#lib/errors'
import type { Place } from '../nodes/node.js'
import type DocumentType from '../types/document_type.js'
import { type Batch, type DoneLines, writeLine } from './batch.js'
import { BatchFolders } from './folders.js'
import type { Metadata } from './metadata.js'
import { refusalOf } from './refusal.js'
import { type ImportReport, toldOf } from './report.js'
import type { Taking } from './take.js'

/** What one run of an import knows. */
export interface Importing {
  tenantId: string
  /** Where its first entries go. */
  root: Place
  batch: Batch
  lines: DoneLines
  metadata: Metadata
  /** Of what nothing else types. */
  type: string | null
  types: DocumentType[]
  report: ImportReport
  /** Where the folders of the source went. */
  places: Map<string, Place>
  /** The digests of what this run kept, once each. */
  kept: Map<string, number>
}

/** What an import would need to know, without a space to write in where there is none yet. */
export type Trying = Pick<Importing, 'tenantId' | 'metadata' | 'type' | 'types' | 'report'> & {
  spaceId: string | null
  lines: DoneLines
}

/** What a transaction needs to take entries; the folders of one that failed are not remembered. */
export function contextOf({ batch, lines, root, report, places }: Importing): Taking {
  return {
    ...{ batchId: batch.id, lines },
    folders: new BatchFolders(batch.id, root, lines, places),
    tell: (told) => report.errors.push(told),
  }
}

/** Takes entries in one transaction. */
export async function taking(importing: Importing, work: (context: Taking) => Promise<void>) {
  const context = contextOf(importing)
  await tenancy.run(importing.tenantId, () => work(context))
  settle(importing, context)
}

/** Remembers the folders of a transaction that was committed. */
export function settle({ lines }: Importing, { folders }: Taking): void {
  lines.add(folders.fresh)
  folders.settle()
}

/** Says in the journal, once for all of them, what was filed in the transaction in context. */
export async function writeInJournal({ batch }: Importing, lines: { id: string; data: object }[]) {
  if (lines.length === 0) return
  await appendBatch({
    type: 'ged.documents_imported',
    subject: { capability: 'ged', type: 'import', id: batch.id },
    actor: SYSTEM,
    lines: lines as never,
  })
}

/** Counts a document that was filed. */
export function count(
  { report, kept }: Importing,
  outcome: 'imported' | 'duplicate',
  { sha256, size }: { sha256: string; size: number }
) {
  report.seen++
  if (outcome === 'imported') report.imported++
  else report.duplicates++
  report.bytes += size
  kept.set(sha256, (kept.get(sha256) ?? 0) + 1)
}

/** A rule that was broken, or a file that does not come: it is told, and the batch goes on. */
export async function refuse(importing: Importing, path: string, error: Error): Promise<void> {
  const known = refusalOf(path, error)
  await tenancy.run(importing.tenantId, () => refuseHere(importing, path, known))
}

/** The same in the transaction in context. */
export async function refuseHere({ batch, report }: Importing, path: string, error: DomainError) {
  const told = toldOf(path, error)
  report.seen++
  report.refused++
  report.errors.push(told)
  const { code, message } = told
  await writeLine(batch.id, {
    ...{ path, kind: 'document', outcome: 'refused', sha256: null, nodeId: null },
    ...{ code, message },
  })
}
