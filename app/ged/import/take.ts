import { createHash } from 'node:crypto'
import { SYSTEM } from '#kernel/actor'
import type { KeptFile } from '../nodes/version.js'
import Version from '../nodes/version.js'
import Node, { type Description } from '../nodes/node.js'
import { addVersion, fileDocument } from '../nodes/file_document.js'
import { freeName } from '../nodes/naming.js'
import { queueCuts } from '../separators/queue_cut.js'
import { writeLine, type DoneLines, type Line } from './batch.js'
import type { BatchFolders } from './folders.js'
import { renamed, type Told } from './report.js'
import type { SourceEntry } from './source.js'

/** What a batch needs to take an entry, in the transaction in context. */
export interface Taking {
  batchId: string
  folders: BatchFolders
  lines: DoneLines
  tell(told: Told): void
}

export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Whether an earlier run kept these bytes under this path. */
export const isDone = ({ lines }: Pick<Taking, 'lines'>, path: string, sha256: string): boolean =>
  lines.get({ kind: 'document', path })?.sha256 === sha256

/** Whether an earlier run kept something under this path. */
export const isKnown = ({ lines }: Pick<Taking, 'lines'>, path: string): boolean =>
  lines.get({ kind: 'document', path }) !== undefined

/**
 * Files the kept bytes of an entry: a new document, or a version of the one that an earlier run made
 * of this path when the file has changed since. « duplicate » where the member keeps these bytes in
 * another document that is not in the trash.
 */
export async function take(
  { batchId, folders, lines, tell }: Taking,
  entry: SourceEntry,
  { told, file }: { told: Description; file: KeptFile }
): Promise<{ outcome: 'imported' | 'duplicate'; nodeId: string }> {
  const { path } = entry
  const isTwin = (await Version.digestsKept([file.sha256])).size > 0
  const outcome = isTwin ? 'duplicate' : 'imported'
  const before = await earlier(lines.get({ kind: 'document', path: entry.path }))
  const nodeId = before ? (await addVersion(before, file, { by: SYSTEM })).nodeId : await fileAnew()
  await writeLine(batchId, { path, kind: 'document', outcome, sha256: file.sha256, nodeId })
  return { outcome, nodeId }

  async function fileAnew() {
    const place = await folders.placeOf(entry.names.slice(0, -1), tell)
    const given = entry.names.at(-1)!
    const name = await freeName(place, given)
    if (name !== given) tell(renamed(path, name))
    const { id } = await fileDocument(place, { name, told, file, by: SYSTEM })
    await queueCuts([{ nodeId: id, file }], 'member')
    return id
  }
}

/** The document that an earlier run made, unless it is gone or in the trash. */
async function earlier(line: Line | undefined): Promise<string | null> {
  const node = line?.nodeId ? await Node.find(line.nodeId) : null
  return node && !node.deletedAt ? node.id : null
}
